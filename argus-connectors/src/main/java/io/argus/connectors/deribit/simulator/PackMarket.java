package io.argus.connectors.deribit.simulator;

import io.argus.domain.ConfigException;
import io.argus.domain.DataException;
import io.argus.domain.market.Bar;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.Pack;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The market of a pack, a number of whole days later than it was, so that its options still expire at 08:00 UTC. At each time
 * it is what was known then: the last closed bar, the last snapshot received. After the pack's end it stands still, but that
 * options expire.
 */
public final class PackMarket implements SimulatedMarket {

    private static final long DAY_MS = Duration.ofDays(1).toMillis();

    private final SortedMap<String, PackCoin> coins = new TreeMap<>();
    private final long daysLater;
    private final long endMs;

    private PackMarket(List<CoinData> data, String origin, long daysLater) {
        this.daysLater = daysLater;
        endMs = end(data) + daysLater * DAY_MS;
        for (CoinData each : data) {
            try {
                coins.put(each.coin(), new PackCoin(each, daysLater * DAY_MS));
            } catch (IllegalArgumentException e) {
                throw new DataException(origin, String.valueOf(e.getMessage()), e);
            }
        }
    }

    /**
     * The market that now plays the pack: from the first time on that all its coins have options, at the same time of day.
     *
     * @param origin the pack's name, for errors
     * @param day of the pack to play now instead
     * @throws DataException when the pack holds nothing that Deribit could trade
     * @throws ConfigException when the pack holds nothing of that day at this time of day
     */
    public static PackMarket playing(Pack pack, String origin, Instant now, Optional<LocalDate> day) {
        List<CoinData> coins = coins(pack, origin);
        long beginMs = coins.stream()
                .mapToLong(coin -> coin.chains().received(0))
                .max()
                .orElseThrow();
        long endMs = end(coins);
        long nowMs = now.toEpochMilli();
        long daysLater = day.map(played -> Math.floorDiv(nowMs, DAY_MS) - played.toEpochDay())
                .orElseGet(() -> Math.floorDiv(nowMs - beginMs, DAY_MS));
        long playedMs = nowMs - daysLater * DAY_MS;
        if (day.isPresent() && (playedMs < beginMs || playedMs > endMs)) {
            throw new ConfigException(
                    "--start",
                    "that day at the time it is now, " + Instant.ofEpochMilli(playedMs) + ", is not in " + origin
                            + ", which has options from " + Instant.ofEpochMilli(beginMs) + " on and ends at "
                            + Instant.ofEpochMilli(endMs));
        }
        return new PackMarket(coins, origin, daysLater);
    }

    private static List<CoinData> coins(Pack pack, String origin) {
        List<CoinData> coins = new ArrayList<>();
        List<String> objections = new ArrayList<>();
        SortedSet<String> underlyings =
                pack.chains().stream().map(ChainSeries::underlying).collect(Collectors.toCollection(TreeSet::new));
        for (String underlying : underlyings) {
            try {
                coins.add(CoinData.of(pack, underlying));
            } catch (IllegalArgumentException e) {
                objections.add(String.valueOf(e.getMessage()));
            }
        }
        if (coins.isEmpty()) {
            throw new DataException(
                    origin,
                    "Deribit trades options on perpetuals such as BTC-PERPETUAL, both paying in the coin; "
                            + (objections.isEmpty() ? "the pack has no option chains" : String.join("; ", objections)));
        }
        return coins;
    }

    private static long end(List<CoinData> coins) {
        return coins.stream().mapToLong(CoinData::endMs).max().orElseThrow();
    }

    /** How many days later the pack is played than it was. */
    public long daysLater() {
        return daysLater;
    }

    /** When the pack ends as it is played. */
    public Instant end() {
        return Instant.ofEpochMilli(endMs);
    }

    @Override
    public List<String> currencies() {
        return List.copyOf(coins.keySet());
    }

    @Override
    public List<SimulatedInstrument> listed(String currency, long nowMs) {
        return coin(currency).listed(nowMs);
    }

    @Override
    public Optional<SimulatedInstrument> find(String symbol, long nowMs) {
        return coins.values().stream()
                .flatMap(coin -> coin.find(symbol).stream())
                .filter(instrument -> instrument.listedMs() <= nowMs)
                .findFirst();
    }

    @Override
    public double index(String currency, long timeMs) {
        return coin(currency).index(timeMs);
    }

    @Override
    public double mark(SimulatedInstrument instrument, long timeMs) {
        PackCoin coin = coin(instrument.currency());
        return instrument.option() ? coin.options().mark(instrument, timeMs) : coin.perpetual(timeMs);
    }

    @Override
    public OptionalDouble impliedVolatility(SimulatedInstrument option, long timeMs) {
        return coin(option.currency()).options().impliedVolatility(option, timeMs);
    }

    @Override
    public OptionalDouble fundingRate(SimulatedInstrument perpetual, long hourMs) {
        return coin(perpetual.currency()).fundingRate(hourMs);
    }

    @Override
    public Optional<SimulatedQuote> quote(SimulatedInstrument instrument, long timeMs) {
        return instrument.option()
                ? Optional.of(coin(instrument.currency()).options().quote(instrument, timeMs))
                : Optional.empty();
    }

    @Override
    public Optional<Bar> bar(SimulatedInstrument instrument, long openMs, long closeMs) {
        return instrument.option()
                ? Optional.empty()
                : coin(instrument.currency()).bar(openMs, closeMs);
    }

    @Override
    public OptionalDouble settlement(String currency, long timeMs) {
        return coin(currency).settlement(timeMs);
    }

    private PackCoin coin(String currency) {
        return Objects.requireNonNull(coins.get(currency), () -> "not traded here: " + currency);
    }
}
