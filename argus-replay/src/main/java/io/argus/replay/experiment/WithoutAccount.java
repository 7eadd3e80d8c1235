package io.argus.replay.experiment;

import io.argus.domain.market.Instrument;
import io.argus.domain.market.Session;
import io.argus.domain.option.OptionChain;
import io.argus.domain.pack.Regime;
import io.argus.domain.strategy.BarHistory;
import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.OutcomeHistory;
import io.argus.domain.strategy.Position;
import java.util.List;
import java.util.Optional;

/** The market as it is, and an account that holds nothing: what a strategy sees that may not trade yet. */
record WithoutAccount(MarketView market) implements MarketView {

    @Override
    public long nowMs() {
        return market.nowMs();
    }

    @Override
    public List<Instrument> instruments() {
        return market.instruments();
    }

    @Override
    public Instrument instrument(String symbol) {
        return market.instrument(symbol);
    }

    @Override
    public BarHistory bars(String symbol) {
        return market.bars(symbol);
    }

    @Override
    public OutcomeHistory outcomes(String symbol, long horizonSeconds) {
        return market.outcomes(symbol, horizonSeconds);
    }

    @Override
    public Optional<Regime> findRegime(String symbol) {
        return market.findRegime(symbol);
    }

    @Override
    public Optional<OptionChain> findChain(String underlying) {
        return market.findChain(underlying);
    }

    @Override
    public Optional<Instrument> findOptionTerms(String underlying) {
        return market.findOptionTerms(underlying);
    }

    @Override
    public Session session(String symbol) {
        return market.session(symbol);
    }

    @Override
    public double cash() {
        return market.equity();
    }

    @Override
    public double equity() {
        return market.equity();
    }

    @Override
    public double holding(String symbol) {
        return 0;
    }

    @Override
    public List<Position> positions() {
        return List.of();
    }

    @Override
    public int pendingOrders(String symbol) {
        return 0;
    }
}
