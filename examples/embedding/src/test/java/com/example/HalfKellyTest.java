package com.example;

import io.argus.allocation.sizing.SizingRule;
import io.argus.allocation.sizing.SizingStep;
import io.argus.allocation.sizing.StepwiseSizing;
import io.argus.testkit.SizingRuleLaws;

class HalfKellyTest extends SizingRuleLaws {

    @Override
    protected SizingRule rule() {
        return StepwiseSizing.of(
                0.1, SizingStep.shrinkage(), SizingStep.edgeGate(0.01), SizingStep.kelly(0.5), SizingStep.cap(0.05));
    }
}
