package io.argus.testkit;

import io.argus.allocation.portfolio.Allocator;
import net.jqwik.api.Group;

/** The allocators of the house under their own laws. */
@SuppressWarnings("ClassCanBeStatic") // a group of properties must be an inner class
class OurAllocatorsProperties {

    @Group
    class EqualWeight extends AllocatorLaws {
        @Override
        protected Allocator allocator() {
            return Allocator.equalWeight();
        }
    }

    @Group
    class InverseVolatility extends AllocatorLaws {
        @Override
        protected Allocator allocator() {
            return Allocator.inverseVolatility();
        }
    }

    @Group
    class MinimumVariance extends AllocatorLaws {
        @Override
        protected Allocator allocator() {
            return Allocator.minimumVariance();
        }
    }

    @Group
    class RiskParity extends AllocatorLaws {
        @Override
        protected Allocator allocator() {
            return Allocator.riskParity();
        }
    }

    @Group
    class HierarchicalRiskParity extends AllocatorLaws {
        @Override
        protected Allocator allocator() {
            return Allocator.hierarchicalRiskParity();
        }

        /** Its recipe does not: see docs/methods.md. */
        @Override
        protected boolean ignoresTheOrderOfAssets() {
            return false;
        }
    }

    @Group
    class CovarianceKelly extends AllocatorLaws {
        @Override
        protected Allocator allocator() {
            return Allocator.covarianceKelly(0.5);
        }

        @Override
        protected boolean holdsAsMuchAsAllowed() {
            return false;
        }
    }
}
