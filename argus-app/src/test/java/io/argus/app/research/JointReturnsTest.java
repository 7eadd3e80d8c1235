package io.argus.app.research;

import io.argus.allocation.AllocationEngine;
import io.argus.allocation.AllocationRequest;
import io.argus.allocation.AllocationSettings;
import io.argus.domain.allocation.AllocationPlan;
import io.argus.domain.forecast.Forecast;
import io.argus.domain.numeric.RandomStream;
import io.argus.domain.numeric.RandomStreams;
import io.argus.domain.returns.ReturnTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class JointReturnsTest {

    /** Two that nearly offset each other fall less together than either would alone. */
    @Test
    void whatOffsetsEachOtherFallsLessTogether() {
        double[] one = returns(200);
        double[] opposite = Arrays.stream(one).map(each -> 0.0004 - 0.9 * each).toArray();
        assertThat(drawdown(one, opposite)).isLessThan(drawdown(one, one) / 4);
        assertThat(drawdown(one, one)).isBetween(0.001, 0.2);
    }

    @Test
    void fewDaysSayNothing() {
        double[] one = returns(29);
        JointReturns joint = joint(one, one);
        assertThat(joint.drawdown(plan(joint))).isEmpty();
    }

    private static double drawdown(double[] one, double[] other) {
        JointReturns joint = joint(one, other);
        return joint.drawdown(plan(joint)).orElseThrow().jointDrawdown().getAsDouble();
    }

    private static AllocationPlan plan(JointReturns joint) {
        List<Forecast> forecasts = List.of(Forecast.of("a", "X", 0.1, 0.2), Forecast.of("b", "X", 0.1, 0.2));
        return new AllocationEngine()
                .plan(AllocationRequest.of(forecasts, 1_000, AllocationSettings.defaults())
                        .withReturns(joint.table()));
    }

    private static JointReturns joint(double[] one, double[] other) {
        List<String> days =
                IntStream.range(0, one.length).mapToObj(Integer::toString).toList();
        return new JointReturns(ReturnTable.of(days, List.of("a", "b"), new double[][] {one, other}), 252);
    }

    private static double[] returns(int days) {
        RandomStream random = new RandomStreams(5).stream(0);
        double[] returns = new double[days];
        Arrays.setAll(returns, day -> 0.01 * random.nextGaussian());
        return returns;
    }
}
