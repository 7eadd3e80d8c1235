package planted.replay.engine;

import planted.allocation.Sizer;

/** Replay that knows allocation. */
public final class Engine {

    private Engine() {}

    public static double run() {
        return Sizer.size();
    }
}
