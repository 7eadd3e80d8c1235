package io.argus.connectors.deribit.simulator;

import io.argus.connectors.deribit.DeribitExpiry;
import io.argus.connectors.deribit.InstrumentName;
import io.argus.domain.option.BlackScholes;
import io.argus.domain.option.EuropeanOption;
import io.argus.domain.option.ImpliedVolatility;
import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract;
import io.argus.domain.pack.ChainSeries;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.LongToDoubleFunction;
import java.util.stream.IntStream;

/** The options on one coin of a pack, some time later than they were quoted. */
final class PackOptions {

    private final long laterMs;
    private final ChainSeries chains;
    private final LongToDoubleFunction index;
    private final LongToDoubleFunction settlement;
    private final Map<OptionContract, SimulatedInstrument> byContract = new HashMap<>();
    private final Map<String, OptionContract> bySymbol = new HashMap<>();

    /**
     * @param index the coin's price at a time
     * @param settlement at what options settled that expired at a time
     * @throws IllegalArgumentException when an option has no name at Deribit
     */
    PackOptions(CoinData data, long laterMs, LongToDoubleFunction index, LongToDoubleFunction settlement) {
        this.laterMs = laterMs;
        this.index = index;
        this.settlement = settlement;
        chains = data.chains();
        for (int i = 0; i < chains.size(); i++) {
            OptionChain chain = chains.chain(i);
            for (int row = 0; row < chain.size(); row++) {
                OptionContract contract = chain.contract(row);
                if (!byContract.containsKey(contract)) {
                    SimulatedInstrument option = instrument(data, contract, chain.receivedMs());
                    byContract.put(contract, option);
                    bySymbol.put(option.symbol(), contract);
                }
            }
        }
    }

    /** Those of the last snapshot that have not expired. */
    List<SimulatedInstrument> listed(long nowMs) {
        int known = chains.knownAt(nowMs - laterMs);
        if (known == 0) {
            return List.of();
        }
        OptionChain chain = chains.chain(known - 1);
        return IntStream.range(0, chain.size())
                .mapToObj(row -> Objects.requireNonNull(byContract.get(chain.contract(row))))
                .filter(option -> option.listed(nowMs))
                .toList();
    }

    Optional<SimulatedInstrument> find(String symbol) {
        return Optional.ofNullable(bySymbol.get(symbol)).map(byContract::get);
    }

    /** What the last snapshot has; nothing where that does not show the option. */
    SimulatedQuote quote(SimulatedInstrument option, long timeMs) {
        if (option.expiryMs().orElseThrow() <= timeMs) {
            return Quoted.NOTHING;
        }
        long knownMs = Math.max(timeMs, option.listedMs()) - laterMs;
        OptionChain chain = chains.chain(chains.knownAt(knownMs) - 1);
        OptionalInt row = findRow(chain, contract(option));
        return row.isPresent() ? new Quoted(chain, row.getAsInt()).quote() : Quoted.NOTHING;
    }

    /**
     * Between bid and ask as they were last quoted; where one is missing, by its volatility; where that is missing too, by
     * what is left. After the expiry, what it paid.
     */
    double mark(SimulatedInstrument option, long timeMs) {
        OptionContract contract = contract(option);
        long expiryMs = option.expiryMs().orElseThrow();
        if (expiryMs <= timeMs) {
            double settled = settlement.applyAsDouble(expiryMs);
            return contract.intrinsicValue(settled) / settled;
        }
        Quoted last = lastQuoted(option, timeMs);
        if (last.mid().isPresent()) {
            return last.mid().getAsDouble();
        }
        if (last.volatility().isPresent()) {
            return BlackScholes.coinPrice(
                    forward(option, timeMs), last.volatility().getAsDouble());
        }
        double price = index.applyAsDouble(timeMs);
        return last.oneSided().orElseGet(() -> contract.intrinsicValue(price) / price);
    }

    /** As it was last quoted, or by the middle of bid and ask. */
    OptionalDouble impliedVolatility(SimulatedInstrument option, long timeMs) {
        if (option.expiryMs().orElseThrow() <= timeMs) {
            return OptionalDouble.empty();
        }
        Quoted last = lastQuoted(option, timeMs);
        if (last.volatility().isPresent() || last.mid().isEmpty()) {
            return last.volatility();
        }
        EuropeanOption forward = forward(option, timeMs);
        return ImpliedVolatility.of(forward, last.mid().getAsDouble() * forward.spot())
                .find();
    }

    /** The newest row that shows the option; before it is listed, the first. */
    private Quoted lastQuoted(SimulatedInstrument option, long timeMs) {
        OptionContract contract = contract(option);
        int known = chains.knownAt(Math.max(timeMs, option.listedMs()) - laterMs);
        for (int i = known - 1; i >= 0; i--) {
            OptionChain chain = chains.chain(i);
            OptionalInt row = findRow(chain, contract);
            if (row.isPresent()) {
                return new Quoted(chain, row.getAsInt());
            }
        }
        throw new IllegalArgumentException("never quoted: " + option.symbol());
    }

    private EuropeanOption forward(SimulatedInstrument option, long timeMs) {
        OptionContract contract = contract(option);
        return EuropeanOption.onForward(
                contract.right(),
                index.applyAsDouble(timeMs),
                contract.strike(),
                EuropeanOption.years(timeMs, option.expiryMs().orElseThrow()),
                0);
    }

    private OptionContract contract(SimulatedInstrument option) {
        return Objects.requireNonNull(bySymbol.get(option.symbol()));
    }

    private static OptionalInt findRow(OptionChain chain, OptionContract contract) {
        return chain.findRow(contract.right(), contract.strike(), contract.expiryMs());
    }

    private SimulatedInstrument instrument(CoinData data, OptionContract contract, long firstMs) {
        ZonedDateTime expiry =
                Instant.ofEpochMilli(contract.expiryMs() + laterMs).atZone(ZoneOffset.UTC);
        if (!expiry.toLocalTime().equals(DeribitExpiry.TIME)) {
            throw new IllegalArgumentException(contract.symbol() + " expires at " + expiry.toLocalTime()
                    + " UTC, and not at " + DeribitExpiry.TIME);
        }
        InstrumentName.Option name = new InstrumentName.Option(
                data.coin(), expiry.toLocalDate(), decimal(contract.strike()), contract.right());
        return new SimulatedInstrument(
                name,
                data.coin(),
                data.option(),
                firstMs + laterMs,
                OptionalLong.of(expiry.toInstant().toEpochMilli()));
    }

    private static BigDecimal decimal(double strike) {
        BigDecimal shortest = BigDecimal.valueOf(strike).stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /** One row of a snapshot. A price of zero is none. */
    private record Quoted(OptionChain chain, int row) {

        static final SimulatedQuote NOTHING = new SimulatedQuote(
                OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());

        SimulatedQuote quote() {
            return new SimulatedQuote(
                    positive(chain.bid(row)),
                    positive(chain.bidSize(row)),
                    positive(chain.ask(row)),
                    positive(chain.askSize(row)));
        }

        OptionalDouble volatility() {
            return chain.impliedVolatility(row);
        }

        OptionalDouble mid() {
            double mid = (chain.bid(row) + chain.ask(row)) / 2;
            return chain.bid(row) > 0 ? positive(mid) : OptionalDouble.empty();
        }

        /** The bid where there is no ask, half of the ask where there is no bid. */
        OptionalDouble oneSided() {
            return chain.bid(row) > 0 ? positive(chain.bid(row)) : positive(chain.ask(row) / 2);
        }

        private static OptionalDouble positive(double value) {
            return value > 0 ? OptionalDouble.of(value) : OptionalDouble.empty();
        }
    }
}
