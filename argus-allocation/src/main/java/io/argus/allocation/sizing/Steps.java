package io.argus.allocation.sizing;

/** The steps of the house. Names are the configuration's keys where there is one. */
final class Steps {

    static final SizingStep SHRINKAGE = draft -> draft.believe(
            "confidence",
            Math.max(0, Math.min(1, draft.forecast().confidence())) * draft.mu(),
            confident(draft.forecast().confidence())
                    ? "mu shrunk by confidence"
                    : "mu shrunk by confidence, which was held to [0, 1]");

    private Steps() {}

    record EdgeGate(double minEdgeOverCost) implements SizingStep {

        EdgeGate {
            if (!(minEdgeOverCost >= 0) || Double.isInfinite(minEdgeOverCost)) {
                throw new IllegalArgumentException(
                        "min_edge_over_cost must be finite and not negative: " + minEdgeOverCost);
            }
        }

        @Override
        public void apply(SizingDraft draft) {
            if (!(draft.mu() > draft.forecast().cost() + minEdgeOverCost)) {
                draft.close("edge_gate", draft.fullKelly(), "shrunk mu does not exceed cost by min_edge_over_cost");
            }
        }
    }

    record Kelly(double fraction) implements SizingStep {

        Kelly {
            requireFraction("kelly_fraction", fraction);
        }

        @Override
        public void apply(SizingDraft draft) {
            double full = draft.fullKelly();
            draft.note("kelly", draft.edge(), full, "net edge over variance");
            draft.resizeFrom("kelly_fraction", full, fraction * full, "fraction of full Kelly");
        }
    }

    record Cap(double cap) implements SizingStep {

        Cap {
            requireFraction("per_play_cap", cap);
        }

        @Override
        public void apply(SizingDraft draft) {
            if (Math.abs(draft.weight()) > cap) {
                draft.resize("per_play_cap", Math.copySign(cap, draft.weight()), "cut to per_play_cap");
            }
        }
    }

    record VolatilityTarget(double target) implements SizingStep {

        VolatilityTarget {
            if (!(target > 0) || Double.isInfinite(target)) {
                throw new IllegalArgumentException("vol_target_annual must be positive: " + target);
            }
        }

        @Override
        public void apply(SizingDraft draft) {
            draft.resize(
                    "vol_target_annual",
                    draft.weight() * (target / draft.forecast().sigma()),
                    "scaled by target over sigma");
        }
    }

    static void requireFraction(String name, double value) {
        if (!(value > 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " lies in (0, 1]: " + value);
        }
    }

    private static boolean confident(double confidence) {
        return confidence >= 0 && confidence <= 1;
    }
}
