package io.argus.replay.engine;

import io.argus.domain.market.Instrument;
import io.argus.domain.market.Session;
import io.argus.domain.option.OptionChain;
import io.argus.domain.pack.Regime;
import io.argus.domain.strategy.BarHistory;
import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.OutcomeHistory;
import io.argus.domain.strategy.Position;
import io.argus.replay.account.Account;
import io.argus.replay.account.AssetCatalog;
import io.argus.replay.account.AssetTable;
import io.argus.replay.execution.Broker;
import io.argus.replay.execution.Listing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a strategy may see: elements known now, and nothing that leads to the columns behind them. */
final class ReplayView implements MarketView {

    private final List<Instrument> instruments;
    private final Map<String, Integer> index = new HashMap<>();
    private final KnownBars[] bars;
    private final Map<String, Map<Long, KnownOutcomes>> outcomes = new HashMap<>();
    private final Map<String, Instrument> optionTerms;
    private final RegimeCursor[] regimes;
    private final Timeline timeline;
    private final AssetCatalog catalog;
    private final AssetTable assets;
    private final Account account;
    private final Broker broker;
    private final StepBudget budget = new StepBudget();
    private final NoOutcomes noOutcomes = new NoOutcomes(budget);
    private String lastSymbol;
    private int lastIndex;
    private long nowMs;

    ReplayView(
            PreparedPack prepared,
            Timeline timeline,
            RegimeCursor[] regimes,
            AssetTable assets,
            Account account,
            Broker broker) {
        this.timeline = timeline;
        this.regimes = regimes;
        this.assets = assets;
        catalog = prepared.assets();
        optionTerms = prepared.optionTerms();
        this.account = account;
        this.broker = broker;
        List<Listing> listings = prepared.listings();
        instruments = listings.stream().map(Listing::instrument).toList();
        lastSymbol = instruments.get(0).symbol();
        bars = new KnownBars[listings.size()];
        for (int i = 0; i < bars.length; i++) {
            index.put(instruments.get(i).symbol(), i);
            bars[i] = new KnownBars(listings.get(i).bars(), budget);
        }
        prepared.outcomes()
                .forEach(complete -> outcomes.computeIfAbsent(complete.series().symbol(), symbol -> new HashMap<>())
                        .put(complete.series().horizonSeconds(), new KnownOutcomes(complete, budget)));
    }

    void know(int instrument, int count) {
        bars[instrument].know(count);
    }

    void now(long timeMs) {
        nowMs = timeMs;
        budget.renew();
    }

    long outcomesUsed() {
        return outcomes.values().stream()
                .flatMap(byHorizon -> byHorizon.values().stream())
                .mapToLong(KnownOutcomes::used)
                .sum();
    }

    @Override
    public long nowMs() {
        budget.spend();
        return nowMs;
    }

    @Override
    public List<Instrument> instruments() {
        budget.spend();
        return instruments;
    }

    @Override
    public Instrument instrument(String symbol) {
        return instruments.get(indexOf(symbol));
    }

    @Override
    public BarHistory bars(String symbol) {
        return bars[indexOf(symbol)];
    }

    @Override
    public OutcomeHistory outcomes(String symbol, long horizonSeconds) {
        budget.spend();
        Map<Long, KnownOutcomes> byHorizon = outcomes.get(symbol);
        KnownOutcomes known = byHorizon == null ? null : byHorizon.get(horizonSeconds);
        return known == null ? noOutcomes : known.at(nowMs);
    }

    @Override
    public Optional<Regime> findRegime(String symbol) {
        return regimes[indexOf(symbol)].current();
    }

    @Override
    public Optional<OptionChain> findChain(String underlying) {
        return timeline.chains(indexOf(underlying)).latest();
    }

    @Override
    public Optional<Instrument> findOptionTerms(String underlying) {
        budget.spend();
        return Optional.ofNullable(optionTerms.get(underlying));
    }

    @Override
    public Session session(String symbol) {
        return instrument(symbol).calendar().sessionAt(nowMs);
    }

    @Override
    public double cash() {
        budget.spend();
        return account.cash();
    }

    @Override
    public double equity() {
        budget.spend();
        return account.equity();
    }

    @Override
    public double holding(String symbol) {
        if (symbol.equals(lastSymbol) || index.containsKey(symbol)) {
            return account.holding(indexOf(symbol));
        }
        budget.spend();
        OptionalInt traded = assets.indexOf(symbol);
        if (traded.isPresent()) {
            return account.holding(traded.getAsInt());
        }
        return catalog.find(symbol).isPresent() ? 0 : account.holding(indexOf(symbol));
    }

    @Override
    public List<Position> positions() {
        budget.spend();
        return account.lots().stream()
                .map(lot -> new Position(
                        lot.id(),
                        lot.tag(),
                        assets.get(lot.asset()).symbol(),
                        lot.quantity(),
                        lot.entryPrice(),
                        lot.openedMs()))
                .toList();
    }

    @Override
    public int pendingOrders(String symbol) {
        return broker.pending(indexOf(symbol));
    }

    /** Most strategies ask for one symbol again and again. */
    private int indexOf(String symbol) {
        budget.spend();
        if (symbol.equals(lastSymbol)) {
            return lastIndex;
        }
        Integer at = index.get(symbol);
        if (at == null) {
            throw new IllegalArgumentException("the pack has no instrument " + symbol + "; it has " + index.keySet());
        }
        lastSymbol = symbol;
        lastIndex = at;
        return at;
    }
}
