package planted.evaluation;

import planted.allocation.Sizer;
import planted.domain.secret.Hidden;

/** Knows allocation and what the domain keeps to itself; takes what differs between machines and countries. */
public final class Judge {

    private Judge() {}

    public static double score() {
        return Math.exp(Sizer.size() + Hidden.value());
    }

    public static String verdict() {
        return String.format("%.2f", score());
    }
}
