package io.argus.app.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import io.argus.app.config.SecretStores;
import io.argus.app.recording.ExchangeAccess;
import io.argus.app.recording.SimulatedExchange;
import io.argus.app.research.Ports;
import io.argus.app.runtime.Orchestrator;
import io.argus.app.service.Metrics;
import io.argus.app.service.ServiceStatus;
import io.argus.app.terminal.SecretInput;
import io.argus.app.terminal.Terminal;
import io.argus.research.port.AllocationStore;
import io.argus.research.port.BarSource;
import io.argus.research.port.PackStore;
import io.argus.research.port.ReturnTableSource;
import io.argus.research.port.Waiter;
import java.time.InstantSource;

/** The commands, each with what it needs. */
final class CommandModule extends AbstractModule {

    @Provides
    AllocateCommand allocate(Terminal terminal, Ports ports, ReturnTableSource returns) {
        return new AllocateCommand(terminal, ports, returns);
    }

    @Provides
    EvaluateCommand evaluate(Terminal terminal, Ports ports) {
        return new EvaluateCommand(terminal, ports);
    }

    @Provides
    SignificanceCommand significance(Terminal terminal, ReturnTableSource source) {
        return new SignificanceCommand(terminal, source);
    }

    @Provides
    ErrorRatesCommand errorRates(Terminal terminal, BarSource bars) {
        return new ErrorRatesCommand(terminal, bars);
    }

    @Provides
    OutcomesCommand outcomes(Terminal terminal, BarSource bars) {
        return new OutcomesCommand(terminal, bars);
    }

    @Provides
    PackBuildCommand buildPack(Terminal terminal, BarSource bars, PackStore packs) {
        return new PackBuildCommand(terminal, bars, packs);
    }

    @Provides
    PackInspectCommand inspectPack(Terminal terminal, PackStore packs) {
        return new PackInspectCommand(terminal, packs);
    }

    @Provides
    WeightsCommand weights(Terminal terminal, ReturnTableSource source) {
        return new WeightsCommand(terminal, source);
    }

    @Provides
    ExplainCommand explain(Terminal terminal, AllocationStore store) {
        return new ExplainCommand(terminal, store);
    }

    @Provides
    PackSyntheticCommand syntheticPack(Terminal terminal, PackStore packs) {
        return new PackSyntheticCommand(terminal, packs);
    }

    @Provides
    IvMapCommand ivMap(Terminal terminal, PackStore packs) {
        return new IvMapCommand(terminal, packs);
    }

    @Provides
    StrategiesCommand strategies(Terminal terminal) {
        return new StrategiesCommand(terminal);
    }

    @Provides
    ConfigCheckCommand configCheck(Terminal terminal, Ports ports) {
        return new ConfigCheckCommand(terminal, ports);
    }

    @Provides
    SchemaCommand schema(Terminal terminal) {
        return new SchemaCommand(terminal);
    }

    @Provides
    ExperimentCommand experiment(Terminal terminal, Ports ports) {
        return new ExperimentCommand(terminal, ports);
    }

    @Provides
    ResearchCommand research(Terminal terminal, Ports ports) {
        return new ResearchCommand(terminal, ports);
    }

    @Provides
    VerifyCommand verify(Terminal terminal, PackStore packs) {
        return new VerifyCommand(terminal, packs);
    }

    @Provides
    SecretsSetCommand setSecret(Terminal terminal, SecretStores stores, SecretInput input) {
        return new SecretsSetCommand(terminal, stores, input);
    }

    @Provides
    SecretsCheckCommand checkSecrets(Terminal terminal, SecretStores stores) {
        return new SecretsCheckCommand(terminal, stores);
    }

    @Provides
    CompletionCommand completion(Terminal terminal) {
        return new CompletionCommand(terminal);
    }

    @Provides
    DeribitInstrumentsCommand instruments(Terminal terminal, ExchangeAccess.Opener exchanges) {
        return new DeribitInstrumentsCommand(terminal, exchanges);
    }

    @Provides
    DeribitChainCommand chain(Terminal terminal, ExchangeAccess.Opener exchanges) {
        return new DeribitChainCommand(terminal, exchanges);
    }

    @Provides
    DeribitRecordCommand record(
            Terminal terminal, ExchangeAccess.Opener exchanges, PackStore packs, InstantSource clock, Waiter waiter) {
        return new DeribitRecordCommand(terminal, exchanges, packs, clock, waiter);
    }

    @Provides
    DeribitSimulateCommand simulate(
            Terminal terminal,
            SimulatedExchange.Starter simulators,
            PackStore packs,
            InstantSource clock,
            Waiter waiter) {
        return new DeribitSimulateCommand(terminal, simulators, packs, clock, waiter);
    }

    @Provides
    RunCommand run(
            Terminal terminal,
            Ports ports,
            ExchangeAccess.Opener exchanges,
            Waiter waiter,
            Orchestrator orchestrator,
            Metrics metrics) {
        return new RunCommand(terminal, ports, exchanges, waiter, orchestrator, metrics);
    }

    @Provides
    StatusCommand status(Terminal terminal, InstantSource clock, ServiceStatus.Processes processes) {
        return new StatusCommand(terminal, clock, processes);
    }

    @Provides
    ReportCommand report(Terminal terminal, Ports ports) {
        return new ReportCommand(terminal, ports);
    }
}
