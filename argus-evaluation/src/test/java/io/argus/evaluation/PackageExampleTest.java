package io.argus.evaluation;

import io.argus.evaluation.metric.Finding;
import io.argus.evaluation.metric.Moments;
import io.argus.evaluation.metric.SharpeRatio;
import io.argus.evaluation.resampling.WorkSplit;
import io.argus.evaluation.significance.DataSnooping;
import io.argus.evaluation.significance.ProbabilisticSharpe;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PackageExampleTest {

    /** The code of the package's documentation. */
    @Test
    void theExampleWorks() {
        double[] daily = {0.010, -0.004, 0.007, 0.002, -0.001};
        Moments moments = Moments.of(daily);
        double sharpe = SharpeRatio.perPeriod(daily).orElseThrow();
        OptionalDouble certainty = ProbabilisticSharpe.classic2012(moments.skewness(), moments.kurtosis())
                .probability(sharpe, 0, daily.length);

        List<double[]> trials = List.of(daily, new double[] {0.004, -0.002, 0.001, 0.003, -0.005});
        Finding<DataSnooping> snooping =
                DataSnooping.of(trials, DataSnooping.Settings.defaults(), WorkSplit.onCaller());
        double pValue = snooping.get().superiorAbility().pConsistent();

        assertThat(certainty.orElseThrow()).isBetween(0.5, 1.0);
        assertThat(pValue).isBetween(0.001, 1.0);
    }
}
