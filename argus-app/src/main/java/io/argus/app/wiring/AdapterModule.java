package io.argus.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.argus.app.config.SecretStores;
import io.argus.app.research.Ports;
import io.argus.app.runtime.Orchestrator;
import io.argus.app.runtime.SystemWaiter;
import io.argus.app.service.Metrics;
import io.argus.app.service.ServiceStatus;
import io.argus.connectors.file.csv.CsvBarSource;
import io.argus.connectors.file.csv.CsvCashRateSource;
import io.argus.connectors.file.csv.CsvReturnTableSource;
import io.argus.connectors.file.json.JsonAllocationStore;
import io.argus.connectors.file.json.JsonExperimentStore;
import io.argus.connectors.file.json.JsonLinesTrialLedger;
import io.argus.connectors.file.json.JsonRankingStore;
import io.argus.connectors.file.pack.FilePackStore;
import io.argus.connectors.secret.FileSecretStore;
import io.argus.research.port.AllocationStore;
import io.argus.research.port.BarSource;
import io.argus.research.port.CashRateSource;
import io.argus.research.port.ExperimentStore;
import io.argus.research.port.PackStore;
import io.argus.research.port.RankingStore;
import io.argus.research.port.ReturnTableSource;
import io.argus.research.port.TrialLedger;
import io.argus.research.port.Waiter;
import java.time.InstantSource;

/** Files behind the ports, the system's clock, and who owns what runs long. */
public final class AdapterModule extends AbstractModule {

    @Override
    protected void configure() {
        binder().disableCircularProxies();
        binder().requireExplicitBindings();
        binder().requireExactBindingAnnotations();
        binder().requireAtInjectOnConstructors();
    }

    @Provides
    @Singleton
    BarSource bars() {
        return new CsvBarSource();
    }

    @Provides
    @Singleton
    CashRateSource cashRates() {
        return new CsvCashRateSource();
    }

    @Provides
    @Singleton
    ReturnTableSource returns() {
        return new CsvReturnTableSource();
    }

    @Provides
    @Singleton
    PackStore packs() {
        return new FilePackStore();
    }

    @Provides
    @Singleton
    ExperimentStore experiments() {
        return new JsonExperimentStore();
    }

    @Provides
    @Singleton
    RankingStore rankings() {
        return new JsonRankingStore();
    }

    @Provides
    @Singleton
    AllocationStore allocations() {
        return new JsonAllocationStore();
    }

    @Provides
    @Singleton
    TrialLedger trials() {
        return new JsonLinesTrialLedger();
    }

    @Provides
    @Singleton
    SecretStores secrets() {
        return FileSecretStore::new;
    }

    @Provides
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Provides
    @Singleton
    Waiter waiter() {
        return new SystemWaiter();
    }

    @Provides
    Orchestrator orchestrator(InstantSource clock, Waiter waiter) {
        return new Orchestrator(clock, System::nanoTime, waiter);
    }

    @Provides
    @Singleton
    Metrics metrics() {
        return new Metrics();
    }

    @Provides
    @Singleton
    ServiceStatus.Processes processes() {
        return ServiceStatus.Processes.ofThisMachine();
    }

    @Provides
    @Singleton
    Ports ports(
            BarSource bars,
            CashRateSource cashRates,
            PackStore packs,
            ExperimentStore experiments,
            RankingStore rankings,
            AllocationStore allocations,
            TrialLedger trials,
            InstantSource clock) {
        return new Ports(bars, cashRates, packs, experiments, rankings, allocations, trials, clock);
    }
}
