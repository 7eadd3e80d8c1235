package planted.evaluation;

import planted.allocation.Sizer;
import planted.domain.secret.Hidden;

/** Knows allocation and what the domain keeps to itself; takes a function that differs between machines. */
public final class Judge {

    private Judge() {}

    public static double score() {
        return Math.exp(Sizer.size() + Hidden.value());
    }
}
