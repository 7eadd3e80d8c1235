package io.argus.replay.result;

/** See {@link ReplayObserver#none()}. */
enum NoObserver implements ReplayObserver {
    INSTANCE;

    @Override
    public void marked(long timeMs, double cash, double equity, double equityBySources) {}
}
