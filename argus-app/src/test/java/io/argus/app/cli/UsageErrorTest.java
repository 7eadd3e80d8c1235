package io.argus.app.cli;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is wrong with a command line is one line that says so once. */
class UsageErrorTest {

    private final InProcess argus = new InProcess();

    @Test
    void anOptionThatNeedsAnotherIsCalledAnErrorOnce() {
        assertThat(argus.run("iv-map", "--pack", "any.pack", "--params", "min_vrp=0.02"))
                .isEqualTo(2);
        assertThat(argus.err())
                .isEqualTo("error: Missing required argument(s): --strategy=CLASS; see argus iv-map --help\n");
    }
}
