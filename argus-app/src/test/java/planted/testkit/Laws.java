package planted.testkit;

import planted.evaluation.Judge;
import planted.research.Notebook;

/** For tests of users; knows evaluation, and what research keeps to itself. */
public final class Laws {

    private Laws() {}

    public static boolean hold() {
        return Judge.score() > 0 && !new Notebook(() -> "law").size().isEmpty();
    }
}
