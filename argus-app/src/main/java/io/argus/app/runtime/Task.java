package io.argus.app.runtime;

/** Work that goes on until it is done or its thread is interrupted. */
@FunctionalInterface
public interface Task {

    /**
     * @param succeeded to be called whenever something has come out well, for whoever asks when that was
     * @throws Exception when it cannot go on; the supervisor decides whether it is begun again
     */
    void run(Runnable succeeded) throws Exception;
}
