package io.argus.domain.numeric;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A process of its own: the JDK looks for its generators once in each. */
class RandomStreamsInAContainerTest {

    @Test
    void generatorsAreFoundWhereTheContextSeesThePlatformAlone() throws IOException, InterruptedException {
        Process container = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Container.class.getName())
                .redirectErrorStream(true)
                .start();

        assertThat(new String(container.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines(
                        new RandomStreams(1).stream(0).nextLong() + System.lineSeparator() + "context kept");
        assertThat(container.waitFor()).isZero();
    }

    /** What some containers do with threads that run what is deployed in them. */
    static final class Container {

        private Container() {}

        public static void main(String[] args) {
            ClassLoader context = ClassLoader.getPlatformClassLoader();
            Thread.currentThread().setContextClassLoader(context);
            System.out.println(new RandomStreams(1).stream(0).nextLong());
            System.out.println(
                    Thread.currentThread().getContextClassLoader().equals(context) ? "context kept" : "context lost");
        }
    }
}
