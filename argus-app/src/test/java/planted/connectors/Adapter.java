package planted.connectors;

import com.google.inject.Inject;
import com.google.inject.Provides;
import planted.evaluation.Judge;

/** An adapter that knows evaluation, and injection. */
public final class Adapter {

    @Inject
    public Adapter() {}

    @Provides
    @SuppressWarnings("ProvidesMethodOutsideOfModule") // which is the fault
    public double value() {
        return Judge.score();
    }
}
