package planted.app;

import planted.connectors.Adapter;
import planted.replay.engine.Engine;
import planted.testkit.Laws;

/** Names an adapter outside of the wiring, calls the inside of replay, and ships the testkit. */
public final class Command {

    private Command() {}

    public static double run() {
        return Laws.hold() ? new Adapter().value() : Engine.run();
    }
}
