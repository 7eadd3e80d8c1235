package io.argus.connectors.deribit.stream;

import io.argus.connectors.deribit.simulator.Fault;
import io.argus.connectors.deribit.simulator.SimulatedTruth;
import io.argus.domain.pack.MarketTrade;
import io.argus.research.port.TradeHistory.Trades;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/** Somebody who asks once a minute, as the recorder does. */
@Timeout(60)
class StreamedTradesTest {

    private static final long TICK_MS = 500;

    @Test
    void eachTradeIsKnownFromWhenItCame() {
        try (StreamRig rig = new StreamRig();
                StreamedTrades streamed = new StreamedTrades(rig.history, rig::open)) {
            List<MarketTrade> asked = ask(rig, streamed, 10);

            // Those before the stream was heard, and those since the last question, came from the history.
            long nowMs = rig.time.millis();
            List<MarketTrade> heard = asked.stream()
                    .filter(trade -> trade.timeMs() > nowMs - 8 * 60_000 && trade.timeMs() < nowMs - 60_000)
                    .toList();
            assertThat(heard)
                    .hasSizeGreaterThan(50)
                    .allSatisfy(trade ->
                            assertThat(trade.knownMs() - trade.timeMs()).isLessThanOrEqualTo(TICK_MS));
            assertThat(rig.sockets.opened()).isEqualTo(1);
        }
    }

    @Test
    void nothingIsMissingOrDoubleWhateverHappens() {
        try (StreamRig rig = new StreamRig();
                StreamedTrades streamed = new StreamedTrades(rig.history, rig::open)) {
            rig.simulator.faults().next(Fault.DROP);
            rig.simulator.faults().next(Fault.REORDER);
            rig.simulator.faults().next(Fault.DUPLICATE);
            ask(rig, streamed, 3);
            rig.simulator.faults().next(Fault.SILENCE);
            ask(rig, streamed, 5);
            rig.simulator.faults().next(Fault.ABRUPT_CLOSE);
            ask(rig, streamed, 3);

            assertThat(rig.simulator.faults().spent()).isTrue();
            assertThat(rig.sockets.opened()).isEqualTo(3);
        }
    }

    /** Without a connection everything is asked for. */
    @Test
    void theHistoryAnswersWhereTheStreamDoesNot() {
        try (StreamRig rig = new StreamRig()) {
            StreamedTrades streamed = new StreamedTrades(rig.history, rig::open);
            streamed.close();
            ask(rig, streamed, 3);

            assertThat(rig.sockets.opened()).isZero();
        }
    }

    /** Asks each minute, and fails when a trade is missing, double or in the wrong place. */
    private static List<MarketTrade> ask(StreamRig rig, StreamedTrades streamed, int minutes) {
        long first = streamed.latest(StreamRig.PERPETUAL).lastSequence();
        long position = first;
        List<MarketTrade> all = new ArrayList<>();
        for (int minute = 0; minute < minutes; minute++) {
            Trades trades = streamed.after(StreamRig.PERPETUAL, position);
            all.addAll(trades.trades());
            position = trades.lastSequence();
            rig.runSeconds(60);
        }
        all.addAll(rig.history.after(StreamRig.PERPETUAL, position).trades());
        long newest = SimulatedTruth.newestTrade(rig.time.millis());
        assertThat(all).hasSize((int) (newest - first));
        for (int i = 0; i < all.size(); i++) {
            assertThat(SimulatedTruth.sequence(all.get(i))).isEqualTo(first + 1 + i);
            rig.truth.assertTrue(all.get(i));
        }
        return all;
    }
}
