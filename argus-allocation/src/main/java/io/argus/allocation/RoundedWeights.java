package io.argus.allocation;

import io.argus.domain.allocation.Adjustment;
import java.util.List;

/** Weights as they are published: toward zero to 8 decimals, their decimal sum under the aggregate cap. */
final class RoundedWeights {

    private RoundedWeights() {}

    /**
     * @param order in which the last give way where the sum exceeds the cap by what noise added
     * @param largest of a single weight
     * @param trails receive the rounding
     */
    static double[] of(double[] weight, int[] order, double largest, double cap, List<List<Adjustment>> trails) {
        double[] rounded = new double[weight.length];
        double total = 0;
        for (int i = 0; i < weight.length; i++) {
            rounded[i] = Rounding.weight(weight[i], largest);
            total += Rounding.weightUnits(rounded[i]);
        }
        double excess = total - Rounding.weightUnits(Rounding.weight(cap, cap));
        for (int i = order.length - 1; i >= 0 && excess > 0; i--) {
            double units = Rounding.weightUnits(rounded[order[i]]);
            double taken = Math.min(units, excess);
            rounded[order[i]] = Math.copySign(Rounding.ofWeightUnits(units - taken), rounded[order[i]]) + 0.0;
            excess -= taken;
        }
        for (int i = 0; i < weight.length; i++) {
            trails.get(i).add(new Adjustment("rounding", weight[i], rounded[i], "toward zero to 8 decimals"));
        }
        return rounded;
    }
}
