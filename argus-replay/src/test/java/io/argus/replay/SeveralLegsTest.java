package io.argus.replay;

import io.argus.domain.pack.CorporateAction;
import io.argus.domain.pack.MarketEvents;
import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.Leg;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Protection;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Rejection.Reason;
import io.argus.domain.strategy.Side;
import io.argus.replay.result.ReplayResult;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

import static io.argus.replay.OptionMarket.call;
import static io.argus.replay.OptionMarket.leg;
import static io.argus.replay.OptionMarket.unit;
import static org.assertj.core.api.Assertions.assertThat;

/** Orders of several legs, which trade together or not at all. */
class SeveralLegsTest {

    @Test
    void aPriceThatIsGoneByTheTimeTheOtherLegIsThereFillsNothing() {
        HandMadeMarket first = HandMadeMarket.hourly("AAA").flat(100).flat(100);
        HandMadeMarket second = HandMadeMarket.hourly("BBB").flat(200).flat(200);
        first.flat(150).flat(150).flat(110);
        second.flat(100).flat(100).flat(105);
        Scripted strategy = new Scripted().at(1, together(Execution.limit(120), "AAA", "BBB"));
        ReplayHarness.on(HandMadeMarket.pack(first, second)).run(strategy, HandMadeMarket.settings());
        assertThat(strategy.fills()).extracting(Fill::price).containsExactly(110.0, 105.0);
        assertThat(strategy.fills())
                .extracting(Fill::timeMs)
                .containsOnly(HandMadeMarket.START_MS + 4 * OptionMarket.HOUR_MS);
    }

    @Test
    void aStopThatWasReachedFillsAtNoPriceOfThatTimeLater() {
        HandMadeMarket first =
                HandMadeMarket.hourly("AAA").flat(100).flat(120).flat(50).flat(130);
        HandMadeMarket second =
                HandMadeMarket.hourly("BBB").flat(100).flat(100).flat(140).flat(140);
        Scripted strategy = new Scripted().at(1, together(Execution.stop(110), "AAA", "BBB"));
        ReplayHarness.on(HandMadeMarket.pack(first, second)).run(strategy, HandMadeMarket.settings());
        assertThat(strategy.fills()).extracting(Fill::price).containsExactly(130.0, 140.0);
    }

    @Test
    void limitsOnQuotesFillFromOneSnapshot() {
        OptionMarket market = OptionMarket.listed();
        market.snapshot(100).call(100, 5, 6).call(110, 5, 6);
        market.snapshot(100).call(100, 0.9, 1).call(110, 5, 6);
        market.snapshot(100).call(100, 5, 6).call(110, 0.7, 0.8);
        market.snapshot(100).call(100, 1.2, 1.3).call(110, 1.0, 1.1);
        Scripted strategy = new Scripted().at(1, together(Execution.limit(2), call(100), call(110)));
        market.run(strategy);
        assertThat(strategy.fills()).extracting(Fill::price).containsExactly(1.3, 1.1);
    }

    @Test
    void whatIsHeldGainsOnceHoweverManyLegsTradeIt() {
        OptionMarket market = OptionMarket.listed();
        market.snapshot(100).call(100, 40, 40);
        market.snapshot(100).call(100, 40, 40);
        market.snapshot(100).call(100, 70, 70);
        // Two were bought for 8000. At 70 equity is 16 000, and three would take 21 000.
        Order turn = unit(leg(call(100), Side.SELL, 1), leg(call(100), Side.BUY, 2));
        Scripted strategy =
                new Scripted().at(1, unit(leg(call(100), Side.BUY, 2))).at(2, turn);
        ReplayResult result = market.run(strategy);
        assertThat(result.rejections()).extracting(Rejection::reason).containsExactly(Reason.INSUFFICIENT_FUNDS);
    }

    /** 100 are held and all is spent: three more at 110 are not paid by one sold at 90. */
    @Test
    void legsThatBuyAndSellTheSameAtDifferentPricesLoseTheDifference() {
        HandMadeMarket market = HandMadeMarket.of("AAA", 900_000).flat(100).flat(100);
        market.bar(100, 110, 90, 100).flat(100);
        Order turn = unit(leg("AAA", Side.BUY, 3), leg("AAA", Side.SELL, 1));
        Scripted strategy =
                new Scripted().at(1, unit(leg("AAA", Side.BUY, 100))).at(2, turn);
        ReplayResult result = ReplayHarness.on(HandMadeMarket.pack(market)).run(strategy, HandMadeMarket.settings());
        assertThat(result.rejections()).extracting(Rejection::reason).containsExactly(Reason.INSUFFICIENT_FUNDS);
    }

    @Test
    void aPriceMetBeforeASplitIsInNewUnitsWhenTheOtherLegIsThere() {
        HandMadeMarket first = HandMadeMarket.hourly("AAA").flat(100).flat(100);
        HandMadeMarket second = HandMadeMarket.hourly("BBB").flat(10).pause(1).flat(10);
        Pack whole = HandMadeMarket.pack(first, second);
        long half = HandMadeMarket.START_MS + 5 * OptionMarket.HOUR_MS / 2;
        Pack split = Pack.builder()
                .instruments(whole.instruments())
                .bars(whole.bars())
                .events(MarketEvents.none().withActions(List.of(new CorporateAction("AAA", half, 2, 0))))
                .build();
        Scripted strategy = new Scripted().at(1, together(Execution.market(), "AAA", "BBB"));
        ReplayResult result = ReplayHarness.on(split).run(strategy, HandMadeMarket.settings());
        assertThat(strategy.fills()).extracting(Fill::price).containsExactly(50.0, 10.0);
        assertThat(strategy.fills()).extracting(Fill::quantity).containsExactly(2.0, 1.0);
        assertThat(result.finalEquity()).isEqualTo(10_000);
    }

    /** The second has no bar in the session whose open the first could have had. */
    @Test
    void theLatestOpenCountsWhereALegWaitsForTheOther() {
        HandMadeMarket first =
                HandMadeMarket.sessions("AAA").flat(100).flat(110).flat(150).flat(150);
        HandMadeMarket second =
                HandMadeMarket.sessions("BBB").flat(10).pause(1).flat(12).flat(12);
        Scripted strategy = new Scripted().at(1, together(Execution.marketOnOpen(), "AAA", "BBB"));
        ReplayHarness.on(HandMadeMarket.pack(first, second)).run(strategy, HandMadeMarket.settings());
        assertThat(strategy.fills()).extracting(Fill::price).containsExactly(150.0, 12.0);
    }

    /** In the third session nothing trades in the first, and the second opens for the first time. */
    @Test
    void anOpenAtWhichNothingTradesTakesNoPriceFromALegThatWaits() {
        HandMadeMarket first =
                HandMadeMarket.sessions("AAA").flat(100).flat(110).bar(110, 110, 110, 110, 0);
        HandMadeMarket second = HandMadeMarket.sessions("BBB").flat(10).pause(1).flat(12);
        for (Execution execution : List.of(Execution.marketOnOpen(), Execution.market(), Execution.marketOnClose())) {
            Scripted strategy = new Scripted().at(1, together(execution, "AAA", "BBB"));
            ReplayHarness.on(HandMadeMarket.pack(first, second)).run(strategy, HandMadeMarket.settings());
            assertThat(strategy.fills()).extracting(Fill::price).containsExactly(110.0, 12.0);
        }
    }

    /** On bars shorter than the time before a close at which orders for it must be in. */
    @Test
    void theLatestCloseCountsWhereALegWaitsForTheOther() {
        int barsADay = 288;
        HandMadeMarket first = HandMadeMarket.of("AAA", OptionMarket.HOUR_MS / 12);
        HandMadeMarket second = HandMadeMarket.of("BBB", OptionMarket.HOUR_MS / 12);
        for (int bar = 1; bar <= 2 * barsADay; bar++) {
            first.flat(bar <= barsADay ? 100 : 120);
            if (bar == barsADay) {
                second.pause(1);
            } else {
                second.flat(10);
            }
        }
        Scripted strategy = new Scripted().at(1, together(Execution.marketOnClose(), "AAA", "BBB"));
        ReplayHarness.on(HandMadeMarket.pack(first, second)).run(strategy, HandMadeMarket.settings());
        assertThat(strategy.fills()).extracting(Fill::price).containsExactly(120.0, 10.0);
    }

    private static Order together(Execution execution, String first, String second) {
        List<Leg> legs = List.of(leg(first, Side.BUY, 1), leg(second, Side.BUY, 1));
        return new Order("together", legs, execution, OptionalLong.empty(), Protection.none());
    }
}
