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
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Sells the variance risk premium: while implied volatility stands above realised volatility by more than a minimum, both
 * annualised, it sells a put spread from the visible chain and holds one for each expiry. It takes profit at a share of the
 * credit, gives up at a multiple of it, both on what closing would cost, and closes some days before expiry.
 */
public final class VrpCreditSpread implements Strategy {

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
    private final SpreadRules rules;
    private final RegimeGate regimes;
    private final RealizedVolatility realized;
    private final GateCounter<Gate> stopped = new GateCounter<>(Gate.class);
    private final OpenSpreads spreads = new OpenSpreads();
    private long lastReceivedMs = Long.MIN_VALUE;
    private double multiplier = Double.NaN;
    private boolean inverse;
    private final LargestLoss largestLoss = new LargestLoss();

    private VrpCreditSpread(Parameters parameters) {
        rules = SpreadRules.of(parameters);
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
        Optional<CreditSpread> entered = enter(market, chain, calendar);
        if (entered.isPresent()) {
            spreads.add(entered.get());
            orders.add(entered.get().entry());
        }
        return orders;
    }

    @Override
    public void filled(Fill fill) {
        spreads.find(fill.tag()).ifPresent(spread -> spread.filled(fill));
    }

    @Override
    public void rejected(Rejection rejection) {
        Optional<CreditSpread> known = spreads.find(rejection.tag());
        if (known.isEmpty()) {
            return;
        }
        CreditSpread spread = known.get();
        if (!spread.open()) {
            stop(Gate.ORDER_REJECTED);
            spreads.remove(spread);
        } else if (rejection.reason() == Rejection.Reason.MARGIN_CALL) {
            // The account closes it, whatever became of an order of one's own.
            spread.taken();
        } else {
            spread.stillOpen();
        }
    }

    @Override
    public List<GateCount> gates() {
        return stopped.counts();
    }

    @Override
    public OptionalDouble maxLossPerContract() {
        return largestLoss.perContract(multiplier, inverse);
    }

    private void manage(MarketView market, OptionChain chain, List<Order> orders) {
        for (Iterator<CreditSpread> each = spreads.iterator(); each.hasNext(); ) {
            CreditSpread spread = each.next();
            boolean gone = spread.open() && spread.isFlat(market);
            boolean open = spread.open() && !spread.closing();
            if (gone || open) {
                largestLoss.note(spread);
            }
            if (gone) {
                each.remove();
            } else if (open && wantsOut(spread, chain)) {
                orders.add(spread.exit(chain));
            }
        }
    }

    private boolean wantsOut(CreditSpread spread, OptionChain chain) {
        if (rules.tooNear(chain, spread.expiryMs())) {
            return true;
        }
        OptionalDouble debit = spread.closingDebit(chain);
        return debit.isPresent() && rules.closesAt(debit.getAsDouble(), spread.credit());
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
        if (spreads.anyOf(expiry.getAsLong())) {
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
        if (!(implied.getAsDouble() - past.getAsDouble() > rules.minimumPremium())) {
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
        OptionalInt sold = quotes.putNearestDelta(rules.shortDelta(), volatility);
        if (sold.isEmpty()) {
            return stop(Gate.NO_STRIKES);
        }
        double strike = chain.strike(sold.getAsInt());
        OptionalInt bought = quotes.putBelow(strike, strike - rules.width());
        if (bought.isEmpty()) {
            return stop(Gate.NO_STRIKES);
        }
        if (!(chain.bid(sold.getAsInt()) > chain.ask(bought.getAsInt()))) {
            return stop(Gate.NO_CREDIT);
        }
        return Optional.of(new CreditSpread(chain, sold.getAsInt(), bought.getAsInt(), rules.contracts()));
    }

    /** Expiries at which it would close at once are passed over, also where one of them lies nearest the target. */
    private OptionalLong expiryNearestTarget(OptionChain chain) {
        long now = chain.receivedMs();
        return IvReader.nearestExpiry(chain, now + rules.targetMs(), now + rules.closeMs());
    }

    private String symbol(MarketView market) {
        return SpotTarget.symbol(named, market);
    }

    private <T> Optional<T> stop(Gate gate) {
        stopped.stop(gate);
        return Optional.empty();
    }

    /** Describes and makes {@link VrpCreditSpread}. */
    public static final class Factory implements StrategyFactory {

        @Override
        public StrategyDescriptor descriptor() {
            return new StrategyDescriptor(
                    "VrpCreditSpread",
                    "sells put spreads while implied volatility exceeds realised volatility",
                    parameters());
        }

        @Override
        public Strategy create(Parameters parameters) {
            return new VrpCreditSpread(parameters);
        }

        private static List<ParameterDescriptor> parameters() {
            List<ParameterDescriptor> all = new ArrayList<>(SpreadRules.CHOICE);
            all.add(ParameterDescriptor.integer("rv_days", 21, 2, 1000, "returns in the realised volatility"));
            all.add(RegimeGate.MAXIMUM_VOLATILITY);
            all.add(RegimeGate.AVOIDED_TREND);
            all.addAll(SpreadRules.EXITS);
            all.add(SpotTarget.SYMBOL);
            return all;
        }
    }
}
