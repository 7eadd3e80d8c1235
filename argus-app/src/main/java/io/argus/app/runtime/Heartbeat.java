package io.argus.app.runtime;

/** How a task tells what comes of its work while it goes on. Safe for any number of threads. */
public interface Heartbeat {

    /** Something has come out well. */
    void succeeded();

    /**
     * Something has not, and the task goes on all the same.
     *
     * @param reason one line
     */
    void failed(String reason);
}
