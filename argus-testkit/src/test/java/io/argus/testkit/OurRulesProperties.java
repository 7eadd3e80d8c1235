package io.argus.testkit;

import io.argus.allocation.sizing.FractionalKelly;
import io.argus.allocation.sizing.SizingRule;
import io.argus.allocation.sizing.SizingStep;
import io.argus.allocation.sizing.StepwiseSizing;
import java.util.OptionalDouble;
import net.jqwik.api.Group;

/** The rules of the house under their own laws. */
@SuppressWarnings("ClassCanBeStatic") // a group of properties must be an inner class
class OurRulesProperties {

    @Group
    class QuarterKelly extends SizingRuleLaws {
        @Override
        protected SizingRule rule() {
            return new FractionalKelly(0.25, 0.07, OptionalDouble.empty(), 0);
        }
    }

    @Group
    class WithAVolatilityTarget extends SizingRuleLaws {
        @Override
        protected SizingRule rule() {
            return new FractionalKelly(0.5, 0.5, OptionalDouble.of(0.1), 0.01);
        }
    }

    @Group
    class InAnotherOrder extends SizingRuleLaws {
        @Override
        protected SizingRule rule() {
            return StepwiseSizing.of(
                    0.2,
                    SizingStep.shrinkage(),
                    SizingStep.edgeGate(0),
                    SizingStep.kelly(1),
                    SizingStep.volatilityTarget(0.2),
                    draft -> draft.resize("halved", draft.weight() / 2, "half of it"));
        }
    }
}
