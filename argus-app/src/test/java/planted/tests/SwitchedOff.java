package planted.tests;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** A test that is switched off, assumes something, and has a name under which the build would not find it. */
class SwitchedOff {

    @Test
    @Disabled("a fault planted on purpose")
    void never() {
        Assumptions.assumeTrue(false);
    }
}
