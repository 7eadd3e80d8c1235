package io.argus.app.wiring;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import io.argus.app.recording.ExchangeAccess;
import io.argus.app.recording.SimulatedExchange;
import io.argus.app.recording.SimulatedExchange.Playback;
import io.argus.app.runtime.ConnectionThreads;
import io.argus.app.service.Metrics;
import io.argus.connectors.deribit.DeribitAddress;
import io.argus.connectors.deribit.ratelimit.CreditLimiter;
import io.argus.connectors.deribit.ratelimit.CreditShare;
import io.argus.connectors.deribit.rest.DeribitFundingHistory;
import io.argus.connectors.deribit.rest.DeribitInstrumentSource;
import io.argus.connectors.deribit.rest.DeribitOptionChainSource;
import io.argus.connectors.deribit.rest.DeribitPriceHistory;
import io.argus.connectors.deribit.rest.DeribitRest;
import io.argus.connectors.deribit.rest.DeribitSettlementHistory;
import io.argus.connectors.deribit.rest.DeribitTradeHistory;
import io.argus.connectors.deribit.rest.RetrySettings;
import io.argus.connectors.deribit.simulator.DeribitSimulator;
import io.argus.connectors.deribit.simulator.PackMarket;
import io.argus.connectors.deribit.simulator.SimulatedMarket;
import io.argus.connectors.deribit.simulator.WaveMarket;
import io.argus.connectors.deribit.stream.DeribitStream;
import io.argus.connectors.deribit.stream.MissedData;
import io.argus.connectors.deribit.stream.StreamHost;
import io.argus.connectors.deribit.stream.StreamSettings;
import io.argus.connectors.deribit.stream.StreamedTrades;
import io.argus.domain.numeric.RandomStream;
import io.argus.domain.numeric.RandomStreams;
import io.argus.research.port.Meter;
import io.argus.research.port.PriceHistory;
import io.argus.research.port.TradeHistory;
import io.argus.research.port.Waiter;
import java.time.InstantSource;
import java.util.Optional;

/** Deribit and its simulator behind the ports. Nothing of them is loaded before a command opens one. */
public final class ExchangeModule extends AbstractModule {

    @Provides
    @Singleton
    ExchangeAccess.Opener exchanges(InstantSource clock, Waiter waiter, Metrics meter) {
        return address -> deribit(DeribitAddress.of(address), clock, waiter, meter);
    }

    @Provides
    @Singleton
    SimulatedExchange.Starter simulators(InstantSource clock) {
        return (port, played) -> {
            Optional<PackMarket> market = played.map(
                    each -> PackMarket.playing(each.pack(), each.file().toString(), clock.instant(), each.day()));
            return new Simulated(
                    DeribitSimulator.start(
                            port,
                            market.<SimulatedMarket>map(each -> each).orElseGet(WaveMarket::new),
                            clock,
                            CreditShare.ALL),
                    market.map(each -> new Playback(each.daysLater(), each.end())));
        };
    }

    private static ExchangeAccess deribit(DeribitAddress address, InstantSource clock, Waiter waiter, Meter meter) {
        CreditLimiter credits = new CreditLimiter(CreditShare.HALF, System::nanoTime, waiter);
        DeribitRest rest = new DeribitRest(address, credits, waiter, RetrySettings.DEFAULT, meter);
        PriceHistory bars = new DeribitPriceHistory(rest, clock);
        TradeHistory past = new DeribitTradeHistory(rest, clock);
        // The waits between connections only have to differ from those of other programs.
        RandomStream random =
                new RandomStreams(clock.millis()).stream(ProcessHandle.current().pid());
        ConnectionThreads threads = new ConnectionThreads("deribit");
        StreamedTrades trades = new StreamedTrades(
                past,
                listener -> new DeribitStream(
                        address,
                        Optional.empty(),
                        credits,
                        new MissedData(past, bars),
                        new StreamHost(threads.serial(), threads.blocking(), clock, random::nextDouble, meter),
                        StreamSettings.DEFAULT,
                        listener));
        return new ExchangeAccess(
                new DeribitInstrumentSource(rest),
                new DeribitOptionChainSource(rest, clock),
                bars,
                trades,
                new DeribitFundingHistory(rest),
                new DeribitSettlementHistory(rest),
                address.real(),
                () -> {
                    trades.close();
                    rest.close();
                    threads.close();
                });
    }

    /** The simulator as the app knows it. */
    private record Simulated(DeribitSimulator simulator, Optional<Playback> playback) implements SimulatedExchange {

        @Override
        public String address() {
            return simulator.base();
        }

        @Override
        public void tick() {
            simulator.tick();
        }

        @Override
        public void close() {
            simulator.close();
        }
    }
}
