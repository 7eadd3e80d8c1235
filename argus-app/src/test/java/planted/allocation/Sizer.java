package planted.allocation;

import java.util.stream.IntStream;
import planted.evaluation.Judge;

/** Knows evaluation, which knows it; works in the common pool; prints. */
public final class Sizer {

    private Sizer() {}

    public static double size() {
        return IntStream.range(0, 10).parallel().sum();
    }

    public static void print() {
        System.out.println(Judge.score());
    }
}
