package io.argus.replay.strategies;

import io.argus.domain.market.ContractSpec.Payoff;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.option.OptionChain;
import io.argus.domain.pack.Regime;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.GateCount;
import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.ParameterDescriptor;
import io.argus.domain.strategy.Parameters;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Strategy;
import io.argus.domain.strategy.StrategyDescriptor;
import io.argus.domain.strategy.StrategyFactory;
import io.argus.replay.volatility.IvReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Sells the variance risk premium: while implied volatility stands above realised volatility by more than a minimum, both
 * annualised, it sells a put spread from the visible chain and holds one for each expiry. It takes profit at a share of the
 * credit, gives up at a multiple of it, both on what closing would cost, and closes some days before expiry.
 */
public final class VrpCreditSpread implements Strategy {

    private static final double DAY_MS = 86_400_000;

    /** What keeps it from entering, in the order in which it looks. */
    private enum Gate {
        NO_CHAIN,
        NO_OPTION_TERMS,
        NO_UNDERLYING_PRICE,
        NO_EXPIRY,
        POSITION_OPEN,
        NO_IV,
        NO_RV,
        VRP_BELOW_MINIMUM,
        VOLATILITY_REGIME,
        TREND_REGIME,
        NO_STRIKES,
        NO_CREDIT,
        ORDER_REJECTED
    }

    private final String named;
    private final Parameters parameters;
    private final RegimeGate regimes;
    private final RealizedVolatility realized;
    private final Map<Gate, Long> stopped = new EnumMap<>(Gate.class);
    private final Map<Long, CreditSpread> spreads = new TreeMap<>();
    private final Map<String, CreditSpread> byTag = new TreeMap<>();
    private long lastReceivedMs = Long.MIN_VALUE;
    private double multiplier = Double.NaN;
    private boolean inverse;
    private double widest;
    private double smallestCredit = Double.POSITIVE_INFINITY;
    private double highestCommission;

    private VrpCreditSpread(Parameters parameters) {
        this.parameters = parameters;
        named = parameters.getText("symbol");
        regimes = RegimeGate.of(parameters);
        realized = new RealizedVolatility(parameters.getInteger("rv_days"));
    }

    @Override
    public List<Order> decide(MarketView market) {
        String symbol = symbol(market);
        TradingCalendar calendar = market.instrument(symbol).calendar();
        realized.follow(market.bars(symbol), calendar);
        Optional<OptionChain> seen = market.findChain(symbol);
        if (seen.isEmpty()) {
            stop(Gate.NO_CHAIN);
            return List.of();
        }
        if (seen.get().receivedMs() == lastReceivedMs) {
            return List.of();
        }
        OptionChain chain = seen.get();
        lastReceivedMs = chain.receivedMs();
        List<Order> orders = new ArrayList<>(2);
        manage(market, chain, orders);
        enter(market, chain, calendar).ifPresent(spread -> {
            spreads.put(spread.expiryMs(), spread);
            byTag.put(spread.tag(), spread);
            orders.add(spread.entry());
        });
        return orders;
    }

    @Override
    public void filled(Fill fill) {
        CreditSpread spread = byTag.get(fill.tag());
        if (spread != null) {
            spread.filled(fill);
        }
    }

    @Override
    public void rejected(Rejection rejection) {
        CreditSpread spread = byTag.get(rejection.tag());
        if (spread != null && spread.open()) {
            // After a margin call the account closes it, whatever became of an order of one's own.
            if (rejection.reason() != Rejection.Reason.MARGIN_CALL) {
                spread.stillOpen();
            } else {
                spread.taken();
            }
        } else if (spread != null) {
            stop(Gate.ORDER_REJECTED);
            spreads.remove(spread.expiryMs());
        }
    }

    @Override
    public List<GateCount> gates() {
        List<GateCount> counts = new ArrayList<>();
        for (Gate gate : Gate.values()) {
            counts.add(new GateCount(gate.name().toLowerCase(Locale.ROOT), stopped.getOrDefault(gate, 0L)));
        }
        return counts;
    }

    /**
     * The widest spread with its fees in and out, less the smallest credit; credits in a coin do not count, as the coin
     * may be worth less by then.
     */
    @Override
    public OptionalDouble maxLossPerContract() {
        if (widest == 0) {
            return OptionalDouble.empty();
        }
        double kept = inverse ? 0 : smallestCredit * multiplier;
        return OptionalDouble.of(widest * multiplier + 2 * highestCommission - kept);
    }

    private void manage(MarketView market, OptionChain chain, List<Order> orders) {
        for (CreditSpread spread : List.copyOf(spreads.values())) {
            if (!spread.open() || spread.closing()) {
                forgetIfGone(market, spread);
                continue;
            }
            note(spread);
            if (market.holding(spread.soldSymbol()) == 0) {
                spreads.remove(spread.expiryMs());
            } else if (wantsOut(spread, chain)) {
                orders.add(spread.exit(chain));
            }
        }
    }

    private void forgetIfGone(MarketView market, CreditSpread spread) {
        if (spread.open() && market.holding(spread.soldSymbol()) == 0) {
            note(spread);
            spreads.remove(spread.expiryMs());
        }
    }

    private void note(CreditSpread spread) {
        widest = Math.max(widest, spread.width());
        smallestCredit = Math.min(smallestCredit, spread.credit());
        highestCommission = Math.max(highestCommission, spread.commission());
    }

    private boolean wantsOut(CreditSpread spread, OptionChain chain) {
        if (days(chain, spread.expiryMs()) <= parameters.getDecimal("close_dte")) {
            return true;
        }
        OptionalDouble debit = spread.closingDebit(chain);
        if (debit.isEmpty()) {
            return false;
        }
        double cost = debit.getAsDouble();
        return cost <= (1 - parameters.getDecimal("take_profit")) * spread.credit()
                || cost >= parameters.getDecimal("stop_loss") * spread.credit();
    }

    private Optional<CreditSpread> enter(MarketView market, OptionChain chain, TradingCalendar calendar) {
        Optional<Instrument> terms = market.findOptionTerms(chain.underlying());
        if (terms.isEmpty()) {
            return stop(Gate.NO_OPTION_TERMS);
        }
        multiplier = terms.get().spec().multiplier();
        inverse = terms.get().spec().payoff() == Payoff.INVERSE;
        if (chain.underlyingPrice().isEmpty()) {
            return stop(Gate.NO_UNDERLYING_PRICE);
        }
        OptionalLong expiry = expiryNearestTarget(chain);
        if (expiry.isEmpty()) {
            return stop(Gate.NO_EXPIRY);
        }
        if (spreads.containsKey(expiry.getAsLong())) {
            return stop(Gate.POSITION_OPEN);
        }
        ExpiryQuotes quotes = new ExpiryQuotes(
                chain, expiry.getAsLong(), chain.underlyingPrice().getAsDouble(), inverse);
        OptionalDouble implied = quotes.atTheMoneyVolatility();
        if (implied.isEmpty()) {
            return stop(Gate.NO_IV);
        }
        OptionalDouble past = realized.annualized(calendar);
        if (past.isEmpty()) {
            return stop(Gate.NO_RV);
        }
        if (!(implied.getAsDouble() - past.getAsDouble() > parameters.getDecimal("min_vrp"))) {
            return stop(Gate.VRP_BELOW_MINIMUM);
        }
        Optional<Regime> regime = market.findRegime(chain.underlying());
        if (!regimes.calm(regime)) {
            return stop(Gate.VOLATILITY_REGIME);
        }
        if (!regimes.trendAllowed(regime)) {
            return stop(Gate.TREND_REGIME);
        }
        return spread(quotes, implied.getAsDouble());
    }

    private Optional<CreditSpread> spread(ExpiryQuotes quotes, double volatility) {
        OptionChain chain = quotes.chain();
        OptionalInt sold = quotes.putNearestDelta(parameters.getDecimal("short_delta"), volatility);
        if (sold.isEmpty()) {
            return stop(Gate.NO_STRIKES);
        }
        double strike = chain.strike(sold.getAsInt());
        OptionalInt bought = quotes.putBelow(strike, strike - parameters.getDecimal("width"));
        if (bought.isEmpty()) {
            return stop(Gate.NO_STRIKES);
        }
        if (!(chain.bid(sold.getAsInt()) > chain.ask(bought.getAsInt()))) {
            return stop(Gate.NO_CREDIT);
        }
        return Optional.of(new CreditSpread(
                chain.contract(sold.getAsInt()),
                chain.contract(bought.getAsInt()),
                parameters.getInteger("contracts")));
    }

    /** Expiries at which it would close at once are passed over, also where one of them lies nearest the target. */
    private OptionalLong expiryNearestTarget(OptionChain chain) {
        return IvReader.nearestExpiry(chain, after(chain, "target_dte"), after(chain, "close_dte"));
    }

    private long after(OptionChain chain, String days) {
        return chain.receivedMs() + Math.round(parameters.getDecimal(days) * DAY_MS);
    }

    private String symbol(MarketView market) {
        return named.isEmpty() ? market.instruments().get(0).symbol() : named;
    }

    private <T> Optional<T> stop(Gate gate) {
        stopped.merge(gate, 1L, Long::sum);
        return Optional.empty();
    }

    private static double days(OptionChain chain, long expiryMs) {
        return (expiryMs - chain.receivedMs()) / DAY_MS;
    }

    /** Describes and makes {@link VrpCreditSpread}. */
    public static final class Factory implements StrategyFactory {

        @Override
        public StrategyDescriptor descriptor() {
            return new StrategyDescriptor(
                    "VrpCreditSpread",
                    "sells put spreads while implied volatility exceeds realised volatility",
                    List.of(
                            ParameterDescriptor.decimal("short_delta", "-0.20", "-1", "0", "delta of the put it sells"),
                            ParameterDescriptor.decimal(
                                    "width", "5", "0.000001", "1000000", "strikes between sold and bought, in price"),
                            ParameterDescriptor.decimal("target_dte", "30", "0", "1000", "days to expiry it looks for"),
                            ParameterDescriptor.decimal(
                                    "min_vrp",
                                    "0.02",
                                    "-5",
                                    "5",
                                    "implied less realised volatility above which it enters"),
                            ParameterDescriptor.integer("rv_days", 21, 2, 1000, "returns in the realised volatility"),
                            RegimeGate.MAXIMUM_VOLATILITY,
                            RegimeGate.AVOIDED_TREND,
                            ParameterDescriptor.decimal(
                                    "take_profit", "0.5", "0", "1", "share of the credit at which it takes profit"),
                            ParameterDescriptor.decimal(
                                    "stop_loss", "2", "1", "1000", "multiple of the credit at which it gives up"),
                            ParameterDescriptor.decimal(
                                    "close_dte", "1", "0", "1000", "days to expiry at which it closes"),
                            ParameterDescriptor.integer("contracts", 1, 1, 1_000_000, "contracts of each leg"),
                            SpotTarget.SYMBOL));
        }

        @Override
        public Strategy create(Parameters parameters) {
            if (parameters.getDecimal("close_dte") >= parameters.getDecimal("target_dte")) {
                throw new IllegalArgumentException("close_dte must be below target_dte: "
                        + parameters.getDecimal("close_dte") + " and " + parameters.getDecimal("target_dte"));
            }
            return new VrpCreditSpread(parameters);
        }
    }
}
