package io.argus.app.runtime;

/** Work that goes on until it is done or its thread is interrupted. */
@FunctionalInterface
public interface Task {

    /**
     * @param heartbeat told of what comes of it, for whoever asks how the task is
     * @throws Exception when it cannot go on; the supervisor decides whether it is begun again
     */
    void run(Heartbeat heartbeat) throws Exception;
}
