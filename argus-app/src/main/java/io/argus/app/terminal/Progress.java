package io.argus.app.terminal;

/** How far a piece of work has come. Safe for any number of threads. */
public interface Progress extends AutoCloseable {

    /** One more of the total is done. */
    void step();

    @Override
    void close();

    static Progress silent() {
        return new Progress() {
            @Override
            public void step() {}

            @Override
            public void close() {}
        };
    }
}
