package io.argus.connectors.deribit.simulator;

import io.argus.connectors.deribit.DeribitExpiry;
import io.argus.connectors.deribit.InstrumentName;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.ContractSpec.Kind;
import io.argus.domain.market.ContractSpec.Payoff;
import io.argus.domain.market.ContractSpec.TickSize;
import io.argus.domain.numeric.StandardNormal;
import io.argus.domain.option.OptionContract.Right;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The built-in market: two coins whose prices are waves of several lengths with some noise, a perpetual each, and options
 * for the next days, Fridays and the month's end, priced by Black-76 on a smile. It is nobody's market; it is labelled
 * synthetic by whoever records it.
 */
public final class WaveMarket implements SimulatedMarket {

    private static final double HOUR_MS = 3_600_000;
    private static final double YEAR_MS = 365 * 24 * HOUR_MS;
    private static final int STRIKES_EACH_WAY = 6;
    private static final long FIRST_MS = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();

    /**
     * @param level around which the price moves, in dollars
     * @param strikeStep between strikes
     */
    private record Coin(String name, double level, int strikeStep, double perpetualTick) {

        ContractSpec perpetual() {
            return new ContractSpec(
                    Kind.PERPETUAL, Payoff.INVERSE, 10, 1, List.of(new TickSize(0, perpetualTick)), "USD", name);
        }

        ContractSpec option() {
            return new ContractSpec(
                    Kind.OPTION,
                    Payoff.INVERSE,
                    1,
                    0.1,
                    List.of(new TickSize(0, 0.0001), new TickSize(0.005, 0.0005)),
                    name,
                    name);
        }
    }

    private static final List<Coin> COINS =
            List.of(new Coin("BTC", 90_000, 5_000, 0.5), new Coin("ETH", 3_000, 200, 0.05));

    @Override
    public List<String> currencies() {
        return COINS.stream().map(Coin::name).toList();
    }

    @Override
    public List<SimulatedInstrument> listed(String currency, long nowMs) {
        List<SimulatedInstrument> listed = new ArrayList<>();
        for (Coin coin : COINS) {
            if (coin.name().equals(currency)) {
                listed.add(perpetual(coin));
                for (LocalDate expiry : expiries(nowMs)) {
                    addOptions(listed, coin, expiry);
                }
            }
        }
        listed.sort(Comparator.comparing(SimulatedInstrument::symbol));
        return listed;
    }

    @Override
    public Optional<SimulatedInstrument> find(String symbol, long nowMs) {
        return InstrumentName.find(symbol)
                .flatMap(name -> COINS.stream()
                        .flatMap(coin -> known(coin, name).stream())
                        .findFirst());
    }

    @Override
    public double index(String currency, long timeMs) {
        Coin coin = coin(currency);
        double minutes = timeMs / 60_000.0;
        long minute = (long) StrictMath.floor(minutes);
        double between = minutes - minute;
        double noise = (1 - between) * Noise.around0(coin.level() > 10_000 ? 1 : 2, minute)
                + between * Noise.around0(coin.level() > 10_000 ? 1 : 2, minute + 1);
        double logarithm = 0.04 * wave(timeMs, 55.3 * HOUR_MS)
                + 0.015 * wave(timeMs, 5.1 * HOUR_MS)
                + 0.004 * wave(timeMs, 0.617 * HOUR_MS)
                + 0.0008 * noise;
        return cents(coin.level() * StrictMath.exp(logarithm));
    }

    @Override
    public double mark(SimulatedInstrument instrument, long timeMs) {
        double index = index(instrument.currency(), timeMs);
        if (!(instrument.name() instanceof InstrumentName.Option option)) {
            return roundTo(instrument.tick(), index * (1 + 0.0002 * wave(timeMs, 3 * HOUR_MS)));
        }
        double years = Math.max(0, instrument.expiryMs().orElse(timeMs) - timeMs) / YEAR_MS;
        double strike = option.strike().doubleValue();
        boolean call = option.right() == Right.CALL;
        if (years == 0) {
            return Math.max(0, call ? index - strike : strike - index) / index;
        }
        double deviation = smile(instrument, timeMs) * Math.sqrt(years);
        double d1 = StrictMath.log(index / strike) / deviation + deviation / 2;
        double d2 = d1 - deviation;
        double value = call
                ? index * StandardNormal.cumulative(d1) - strike * StandardNormal.cumulative(d2)
                : strike * StandardNormal.cumulative(-d2) - index * StandardNormal.cumulative(-d1);
        return Math.max(0, value / index);
    }

    @Override
    public OptionalDouble impliedVolatility(SimulatedInstrument option, long timeMs) {
        return OptionalDouble.of(smile(option, timeMs));
    }

    @Override
    public OptionalDouble fundingRate(SimulatedInstrument perpetual, long hourMs) {
        return OptionalDouble.of(Noise.below(200, hourMs) * 1e-7 - 1e-5);
    }

    private double smile(SimulatedInstrument option, long timeMs) {
        double strike = option.name() instanceof InstrumentName.Option name
                ? name.strike().doubleValue()
                : coin(option.currency()).level();
        double moneyness = StrictMath.log(strike / index(option.currency(), timeMs));
        double level = 0.55 + 0.05 * wave(timeMs, 91 * HOUR_MS);
        return level - 0.15 * moneyness + 0.9 * moneyness * moneyness;
    }

    private static Optional<SimulatedInstrument> known(Coin coin, InstrumentName name) {
        if (name instanceof InstrumentName.Perpetual perpetual
                && perpetual.underlying().equals(coin.name())) {
            return Optional.of(perpetual(coin));
        }
        if (name instanceof InstrumentName.Option option
                && option.underlying().equals(coin.name())
                && onGrid(coin, option.strike())) {
            return Optional.of(option(coin, option));
        }
        return Optional.empty();
    }

    private static boolean onGrid(Coin coin, BigDecimal strike) {
        double steps = (strike.doubleValue() - coin.level()) / coin.strikeStep();
        return steps == StrictMath.rint(steps) && Math.abs(steps) <= STRIKES_EACH_WAY;
    }

    private static SimulatedInstrument perpetual(Coin coin) {
        return new SimulatedInstrument(
                new InstrumentName.Perpetual(coin.name()),
                coin.name(),
                coin.perpetual(),
                FIRST_MS,
                OptionalLong.empty());
    }

    private static SimulatedInstrument option(Coin coin, InstrumentName.Option name) {
        return new SimulatedInstrument(
                name, coin.name(), coin.option(), FIRST_MS, OptionalLong.of(DeribitExpiry.ms(name.expiry())));
    }

    private static void addOptions(List<SimulatedInstrument> into, Coin coin, LocalDate expiry) {
        for (int step = -STRIKES_EACH_WAY; step <= STRIKES_EACH_WAY; step++) {
            BigDecimal strike = BigDecimal.valueOf((long) coin.level() + (long) step * coin.strikeStep());
            for (Right right : Right.values()) {
                into.add(option(coin, new InstrumentName.Option(coin.name(), expiry, strike, right)));
            }
        }
    }

    /** Two days, four Fridays, and the last Fridays of this month and the two after it. */
    private static SortedSet<LocalDate> expiries(long nowMs) {
        LocalDate today = Instant.ofEpochMilli(nowMs).atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate first = DeribitExpiry.ms(today) > nowMs ? today : today.plusDays(1);
        SortedSet<LocalDate> expiries = new TreeSet<>(List.of(first, first.plusDays(1)));
        LocalDate friday = first.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        for (int week = 0; week < 4; week++) {
            expiries.add(friday.plusWeeks(week));
        }
        for (int month = 0; month < 3; month++) {
            LocalDate last = today.plusMonths(month).with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY));
            if (DeribitExpiry.ms(last) > nowMs) {
                expiries.add(last);
            }
        }
        return expiries;
    }

    private static Coin coin(String currency) {
        return COINS.stream()
                .filter(coin -> coin.name().equals(currency))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not traded here: " + currency));
    }

    private static double wave(long timeMs, double periodMs) {
        return StrictMath.sin(2 * Math.PI * (timeMs % periodMs) / periodMs);
    }

    private static double roundTo(double tick, double price) {
        return BigDecimal.valueOf(StrictMath.rint(price / tick))
                .multiply(BigDecimal.valueOf(tick))
                .doubleValue();
    }

    private static double cents(double price) {
        return roundTo(0.01, price);
    }
}
