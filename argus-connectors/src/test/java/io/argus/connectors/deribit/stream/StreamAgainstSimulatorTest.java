package io.argus.connectors.deribit.stream;

import io.argus.connectors.deribit.ratelimit.CreditShare;
import io.argus.connectors.deribit.simulator.Fault;
import io.argus.connectors.deribit.stream.StreamListener.Gap;
import io.argus.research.port.Meter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The stream against the simulated exchange over real sockets. Whatever is told is compared with the truth by the rig
 * when it is told, and every book that is served after each half second.
 */
@Timeout(120)
class StreamAgainstSimulatorTest {

    private static final Optional<Credentials> KEYS = Optional.of(new Credentials("simulator", new char[] {'s'}));

    @Test
    void everythingIsLiveAndTrue() {
        try (StreamRig rig = new StreamRig()) {
            rig.subscribe();
            rig.runSeconds(130);

            rig.assertNothingIsMissing();
            assertThat(rig.states).containsExactly(StreamState.CONNECTING, StreamState.LIVE);
            assertThat(rig.gaps).isEmpty();
            assertThat(rig.books).isGreaterThan(500);
            assertThat(rig.tickers).isGreaterThan(250);
            assertThat(rig.trades).isBetween(17L, 20L);
            assertThat(rig.bars).isEqualTo(2);
            // Signs of life were asked for four times, and a connection that gives none is closed.
            assertThat(rig.sockets.opened()).isEqualTo(1);
            assertThat(rig.truth.unpaid()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SNAPSHOT_WITH_PREVIOUS", "CHANGE_AFTER_ZERO"})
    void aFirstBookIsTakenWhateverItCallsItself(Fault fault) {
        try (StreamRig rig = new StreamRig()) {
            rig.simulator.faults().next(fault);
            rig.subscribe();
            rig.runSeconds(70);

            assertRecovered(rig);
            assertThat(rig.states).containsExactly(StreamState.CONNECTING, StreamState.LIVE);
        }
    }

    /** One fault, and then one in every second for long enough that each kind of message has had it. */
    @ParameterizedTest
    @EnumSource(names = {"DROP", "DUPLICATE", "REORDER", "SPLIT"})
    void nothingIsLostWithTheConnectionKept(Fault fault) {
        try (StreamRig rig = new StreamRig()) {
            rig.subscribe();
            rig.simulator.faults().next(fault);
            rig.runSeconds(10);
            for (int second = 0; second < 70; second++) {
                rig.simulator.faults().next(fault);
                rig.runSeconds(1);
            }
            rig.runSeconds(30);

            assertRecovered(rig);
            assertThat(rig.sockets.opened()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ABRUPT_CLOSE", "NORMAL_CLOSE", "SILENCE", "MALFORMED_JSON", "OVERSIZED"})
    void nothingIsLostWithTheConnection(Fault fault) {
        try (StreamRig rig = new StreamRig()) {
            rig.subscribe();
            rig.runSeconds(70);
            rig.simulator.faults().inMessage(fault);
            // Silence is noticed after two heartbeats without a frame, which takes up to three.
            rig.runUntil(() -> rig.sockets.opened() == 2, Duration.ofSeconds(92));
            rig.runUntilLive(Duration.ofSeconds(5));
            rig.runSeconds(30);

            assertRecovered(rig);
            assertThat(rig.sockets.opened()).isEqualTo(2);
            assertThat(rig.meter.events()).containsExactly(Meter.Event.RECONNECT);
            assertThat(rig.states)
                    .containsExactly(
                            StreamState.CONNECTING,
                            StreamState.LIVE,
                            StreamState.STALE,
                            StreamState.CONNECTING,
                            StreamState.LIVE);
            assertThat(rig.gaps).extracting(Gap::channel).containsExactlyInAnyOrderElementsOf(StreamRig.CHANNELS);
            assertThat(rig.gaps).allSatisfy(gap -> {
                boolean hasHistory =
                        gap.channel().equals(StreamRig.TRADES) || gap.channel().equals(StreamRig.BARS);
                assertThat(gap.madeUp()).isEqualTo(hasHistory);
                assertThat(gap.toMs()).isGreaterThan(gap.fromMs());
            });
        }
    }

    /** Again and again, before it has been healthy: the waits between connections grow, and it comes through. */
    @Test
    void aConnectionThatDoesNotLastIsMadeAgain() {
        try (StreamRig rig = new StreamRig()) {
            rig.subscribe();
            for (int i = 0; i < 8; i++) {
                rig.simulator.faults().next(Fault.ABRUPT_CLOSE);
                rig.runSeconds(2);
                rig.runUntilLive(Duration.ofMinutes(1));
            }
            rig.runSeconds(30);

            assertRecovered(rig);
            assertThat(rig.sockets.opened()).isEqualTo(9);
        }
    }

    /** What can go wrong with any answer over HTTP goes wrong with the one that opens a WebSocket. */
    @ParameterizedTest
    @EnumSource(names = {"TOO_MANY_CONNECTIONS", "WEB_PAGE", "MALFORMED_JSON", "OVERSIZED"})
    void aConnectionThatIsRefusedIsTriedAgain(Fault fault) {
        try (StreamRig rig = new StreamRig()) {
            rig.subscribe();
            rig.runSeconds(10);
            rig.simulator.faults().next(Fault.NORMAL_CLOSE);
            rig.simulator.faults().next(fault);
            rig.runSeconds(1);
            rig.runUntilLive(Duration.ofMinutes(1));
            rig.runSeconds(90);

            assertRecovered(rig);
            assertThat(rig.sockets.opened()).isEqualTo(3);
        }
    }

    /** The answers that make up for what was missed go wrong themselves. */
    @ParameterizedTest
    @EnumSource(names = {"TOO_MANY_CONNECTIONS", "WEB_PAGE", "MALFORMED_JSON", "UNAUTHORIZED"})
    void whatWasMissedIsAskedForUntilItComes(Fault fault) {
        try (StreamRig rig = new StreamRig()) {
            rig.subscribe();
            for (int second = 0; second < 70; second++) {
                rig.simulator.faults().next(Fault.DROP);
                if (second % 10 == 0) {
                    rig.simulator.faults().next(fault);
                }
                rig.runSeconds(1);
            }
            rig.runUntilLive(Duration.ofMinutes(2));
            rig.runSeconds(100);

            assertRecovered(rig);
        }
    }

    @Test
    void anAnswerWithoutEndIsNotTheLast() {
        try (StreamRig rig = new StreamRig()) {
            rig.subscribe();
            rig.simulator.faults().next(Fault.OVERSIZED);
            rig.runSeconds(130);

            assertRecovered(rig);
        }
    }

    /** Neither subscriptions nor what was missed is answered for a while. */
    @ParameterizedTest
    @ValueSource(ints = {10040, 10041, 11051, 13028})
    void aWindowOfErrorsIsOutlasted(int code) {
        try (StreamRig rig = new StreamRig()) {
            rig.subscribe();
            rig.runSeconds(50);
            rig.simulator.faults().next(Fault.NORMAL_CLOSE);
            rig.simulator.faults().answerWith(code, rig.time.millis() + 40_000);
            rig.runSeconds(39);
            assertThat(rig.stream.state()).isEqualTo(StreamState.CONNECTING);
            rig.runUntilLive(Duration.ofMinutes(2));
            rig.runSeconds(30);

            assertRecovered(rig);
            assertThat(rig.sockets.opened()).isEqualTo(2);
        }
    }

    /** The daily settlement: requests are refused for some seconds, what is subscribed to goes on, options expire. */
    @Test
    void settlementPasses() {
        try (StreamRig rig = new StreamRig()) {
            rig.time.advance(Duration.ofHours(19).plusMinutes(59).plusSeconds(40));
            rig.subscribe();
            rig.runSeconds(20);
            rig.simulator.faults().next(Fault.NORMAL_CLOSE);
            rig.runSeconds(3);
            assertThat(rig.stream.state()).isNotEqualTo(StreamState.LIVE);
            rig.runUntilLive(Duration.ofMinutes(1));
            rig.runSeconds(60);

            assertRecovered(rig);
        }
    }

    @Test
    void whatIsNotAcceptedIsReported() {
        try (StreamRig rig = new StreamRig()) {
            rig.stream.subscribe(List.of("book.BTC-1JAN20-90000-C.100ms", "ticker.XYZ-PERPETUAL.100ms"));
            rig.subscribe();
            rig.runSeconds(70);

            assertThat(rig.rejections)
                    .containsExactlyInAnyOrder("book.BTC-1JAN20-90000-C.100ms", "ticker.XYZ-PERPETUAL.100ms");
            rig.assertNothingIsMissing();
        }
    }

    /** One raw channel has all of a request refused; only it is given up. */
    @Test
    void rawChannelsNeedKeys() {
        try (StreamRig rig = new StreamRig()) {
            List<String> channels = new ArrayList<>(StreamRig.CHANNELS);
            channels.add(2, "trades.ETH-PERPETUAL.raw");
            rig.stream.subscribe(channels);
            rig.runUntilLive(Duration.ofSeconds(5));
            rig.runSeconds(70);

            assertThat(rig.rejections).containsExactly("trades.ETH-PERPETUAL.raw");
            rig.assertNothingIsMissing();
        }
    }

    /** An authentication lasts a quarter of an hour here, and is renewed after twelve minutes. */
    @Test
    void withKeysRawChannelsAreOpen() {
        try (StreamRig rig = new StreamRig(KEYS, CreditShare.ALL, () -> 0.5)) {
            rig.stream.subscribe(List.of("ticker.ETH-PERPETUAL.raw"));
            rig.subscribe();
            long sent = rig.sockets.sent();
            rig.time.advance(Duration.ofMinutes(13));
            rig.runSeconds(60);

            assertThat(rig.rejections).isEmpty();
            assertThat(rig.sockets.sent()).isGreaterThan(sent);
            assertRecovered(rig);
        }
    }

    @Test
    void aSessionThatIsUnauthorizedIsAuthenticatedOnceMore() {
        try (StreamRig rig = new StreamRig(KEYS, CreditShare.ALL, () -> 0.5)) {
            rig.subscribe();
            rig.simulator.faults().refuseRequest();
            rig.stream.subscribe(List.of("ticker.ETH-PERPETUAL.raw"));
            rig.runSeconds(70);

            assertThat(rig.rejections).isEmpty();
            assertRecovered(rig);
            assertThat(rig.sockets.opened()).isEqualTo(1);
        }
    }

    @Test
    void wrongKeysEndTheStream() {
        Optional<Credentials> wrong = Optional.of(new Credentials("nobody", new char[] {'s'}));
        try (StreamRig rig = new StreamRig(wrong, CreditShare.ALL, () -> 0.5)) {
            rig.stream.subscribe(StreamRig.CHANNELS);
            rig.runSeconds(2);

            assertThat(rig.stream.state()).isEqualTo(StreamState.CLOSED);
            assertThat(rig.failures)
                    .singleElement()
                    .satisfies(failure -> assertThat(failure).hasMessageContaining("13004"));
        }
    }

    /** More channels than one request takes, and more requests than can be paid for at once. */
    @Test
    void subscriptionsAreNeverOverspent() {
        try (StreamRig rig = new StreamRig()) {
            List<String> tickers = rig.truth.listed(rig.time.millis()).stream()
                    .map(each -> "ticker." + each + ".100ms")
                    .toList();
            assertThat(tickers).hasSizeGreaterThan(250);
            rig.stream.subscribe(tickers);
            rig.time.settle();
            for (int i = 0; i < 15; i++) {
                rig.stream.subscribe(List.of("ticker.ETH-PERPETUAL." + (100 + i) + "ms"));
            }
            rig.time.settle();
            assertThat(rig.stream.state()).isNotEqualTo(StreamState.LIVE);
            rig.runUntilLive(Duration.ofSeconds(10));

            assertThat(rig.rejections).isEmpty();
            assertThat(rig.truth.unpaid()).isZero();
        }
    }

    /** The exchange gives a tenth of what the stream counts on: it says 10028, and ends the session each time. */
    @Test
    void anEmptyPoolIsWaitedFor() {
        try (StreamRig rig = new StreamRig(Optional.empty(), new CreditShare(0.1), () -> 0.5)) {
            rig.stream.subscribe(StreamRig.CHANNELS.subList(0, 2));
            rig.stream.subscribe(StreamRig.CHANNELS.subList(2, 3));
            rig.stream.subscribe(StreamRig.CHANNELS.subList(3, 5));
            rig.runUntilLive(Duration.ofMinutes(1));
            rig.stream.subscribe(List.of("ticker.ETH-PERPETUAL.100ms"));
            rig.stream.subscribe(List.of("ticker.ETH-PERPETUAL.agg2"));
            rig.runSeconds(1);
            rig.runUntilLive(Duration.ofMinutes(1));
            rig.runSeconds(70);

            assertThat(rig.truth.unpaid()).isPositive();
            assertRecovered(rig);
        }
    }

    private static void assertRecovered(StreamRig rig) {
        rig.assertNothingIsMissing();
        rig.assertOutagesAreMarked();
        assertThat(rig.simulator.faults().spent()).isTrue();
        assertThat(rig.failures).isEmpty();
        assertThat(rig.trades).isPositive();
        assertThat(rig.bars).isPositive();
    }
}
