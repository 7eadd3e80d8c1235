package io.argus.app.research;

import io.argus.domain.port.AllocationStore;
import io.argus.domain.port.BarSource;
import io.argus.domain.port.CashRateSource;
import io.argus.domain.port.ExperimentStore;
import io.argus.domain.port.PackStore;
import io.argus.domain.port.RankingStore;
import io.argus.domain.port.TrialLedger;
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
