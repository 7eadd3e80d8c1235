package io.argus.app.runtime;

/** A thread that can be left to itself: the process ends without it. */
final class SupervisedThread extends Thread {

    private final StrategyCalls calls = new StrategyCalls();

    SupervisedThread(Runnable work, String name) {
        super(work, name);
        setDaemon(true);
    }

    StrategyCalls calls() {
        return calls;
    }
}
