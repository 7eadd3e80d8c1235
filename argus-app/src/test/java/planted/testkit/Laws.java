package planted.testkit;

import planted.evaluation.Judge;

/** For tests of users; knows evaluation. */
public final class Laws {

    private Laws() {}

    public static boolean hold() {
        return Judge.score() > 0;
    }
}
