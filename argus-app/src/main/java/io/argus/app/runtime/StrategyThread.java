package io.argus.app.runtime;

/** A thread that can be left to itself: the process ends without it. */
final class StrategyThread extends Thread {

    private final StrategyCalls calls = new StrategyCalls();

    StrategyThread(Runnable work, String name) {
        super(work, name);
        setDaemon(true);
    }

    StrategyCalls calls() {
        return calls;
    }
}
