package io.argus.app.research;

import io.argus.research.port.AllocationStore;
import io.argus.research.port.BarSource;
import io.argus.research.port.CashRateSource;
import io.argus.research.port.ExperimentStore;
import io.argus.research.port.PackStore;
import io.argus.research.port.RankingStore;
import io.argus.research.port.TrialLedger;
import java.time.InstantSource;

/** What a research cycle needs from outside. */
public record Ports(
        BarSource bars,
        CashRateSource cashRates,
        PackStore packs,
        ExperimentStore experiments,
        RankingStore rankings,
        AllocationStore allocations,
        TrialLedger trials,
        InstantSource clock) {

    /** The same with plans kept elsewhere. */
    public Ports withAllocations(AllocationStore other) {
        return new Ports(bars, cashRates, packs, experiments, rankings, other, trials, clock);
    }
}
