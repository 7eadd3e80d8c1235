package io.argus.testkit;

final class Laws {

    private Laws() {}

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
