package io.argus.replay.synthetic;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.option.BlackScholes;
import io.argus.domain.option.EuropeanOption;
import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.Settlement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

class SyntheticMarketTest {

    private static final SyntheticSettings QUARTER = SyntheticSettings.daily(7).withDays(63);

    @Test
    void equalSettingsAreEqualMarketsAndSeedsAreNot() {
        Pack market = SyntheticMarket.generate(QUARTER);
        assertThat(SyntheticMarket.generate(SyntheticSettings.daily(7).withDays(63)))
                .isEqualTo(market);
        assertThat(SyntheticMarket.generate(SyntheticSettings.daily(8).withDays(63)))
                .isNotEqualTo(market);
    }

    @Test
    void saysEverywhereThatItIsSynthetic() {
        Pack market = SyntheticMarket.generate(QUARTER.withNulls(2).withPremium(0.05));
        assertThat(market.labels()).containsOnlyKeys(Pack.SYNTHETIC);
        assertThat(market.labels().get(Pack.SYNTHETIC)).contains("premium 0.05").contains("seed 7");
        assertThat(market.symbols()).containsExactly("SYNTHETIC", "SYNTHETIC_NULL_1", "SYNTHETIC_NULL_2");
        assertThat(market.chains()).extracting(ChainSeries::provider).containsOnly("synthetic");
    }

    /** The premium raises prices and moves nothing else, so that one path can be seen with and without it. */
    @Test
    void aPremiumLiesOnTopOfTheSameMarket() {
        Pack fair = SyntheticMarket.generate(QUARTER);
        Pack dear = SyntheticMarket.generate(QUARTER.withPremium(0.05));
        assertThat(dear.bars()).isEqualTo(fair.bars());
        OptionChain fairChain = fair.chains().get(0).chain(30);
        OptionChain dearChain = dear.chains().get(0).chain(30);
        for (int row = 0; row < fairChain.size(); row++) {
            assertThat(dearChain.impliedVolatility(row).orElseThrow()
                            - fairChain.impliedVolatility(row).orElseThrow())
                    .isCloseTo(0.05, within(1e-12));
        }
    }

    @Test
    void constantVolatilityIsWhatOptionsAreQuotedAt() {
        SyntheticSettings settings = QUARTER.withModel(HestonModel.constant(0.3))
                .withCalendar(TradingCalendar.roundTheClock(), LocalDate.of(2020, 1, 1));
        ChainSeries chains = SyntheticMarket.generate(settings).chains().get(0);
        for (int snapshot = 0; snapshot < chains.size(); snapshot++) {
            OptionChain chain = chains.chain(snapshot);
            for (int row = 0; row < chain.size(); row++) {
                assertThat(chain.impliedVolatility(row).orElseThrow()).isCloseTo(0.3, within(1e-9));
            }
        }
    }

    @Test
    void quotesSurroundTheFairValueAndAreReceivedAfterTheyWereSent() {
        ChainSeries chains = SyntheticMarket.generate(QUARTER).chains().get(0);
        OptionChain chain = chains.chain(20);
        assertThat(chain.receivedMs()).isGreaterThan(chain.sourceMs());
        int oneSided = 0;
        for (int row = 0; row < chain.size(); row++) {
            EuropeanOption option = EuropeanOption.onForward(
                    chain.right(row),
                    chain.underlyingPrice().orElseThrow(),
                    chain.strike(row),
                    EuropeanOption.years(chain.sourceMs(), chain.expiryMs(row)),
                    0);
            double value =
                    BlackScholes.price(option, chain.impliedVolatility(row).orElseThrow());
            assertThat(chain.ask(row)).isGreaterThanOrEqualTo(value);
            if (Double.isNaN(chain.bid(row))) {
                oneSided++;
            } else {
                assertThat(chain.bid(row)).isLessThanOrEqualTo(value).isPositive();
            }
        }
        assertThat(oneSided).isBetween(1, chain.size() / 2);
    }

    /** What was listed is quoted until it expires, and then settles at the underlying's price. */
    @Test
    void contractsStayListedUntilTheySettle() {
        Pack market = SyntheticMarket.generate(QUARTER.withDays(252));
        ChainSeries chains = market.chains().get(0);
        BarSeries bars = market.bars().get(0);
        Set<Long> expiries = new HashSet<>();
        for (int snapshot = 0; snapshot + 1 < chains.size(); snapshot++) {
            OptionChain chain = chains.chain(snapshot);
            OptionChain next = chains.chain(snapshot + 1);
            for (int row = 0; row < chain.size(); row++) {
                OptionalInt again = next.findRow(chain.right(row), chain.strike(row), chain.expiryMs(row));
                assertThat(again.isPresent()).isEqualTo(chain.expiryMs(row) > next.sourceMs());
            }
            for (int row = 0; row < chain.size(); row++) {
                expiries.add(chain.expiryMs(row));
            }
        }
        for (Settlement settlement : market.events().settlements()) {
            int bar = bars.knownAt(settlement.timeMs()) - 1;
            assertThat(settlement.price()).isEqualTo(bars.close(bar));
            assertThat(settlement.timeMs()).isEqualTo(bars.closeTime(bar));
            expiries.remove(settlement.timeMs());
        }
        assertThat(expiries).allMatch(expiry -> expiry > bars.closeTime(bars.size() - 1));
    }

    @Test
    void barsWithinTheDayCoverTheSessionAndHaveSnapshotsAmongThem() {
        SyntheticSettings settings = SyntheticSettings.daily(3).withDays(5).withBars(Duration.ofMinutes(15), 4);
        Pack market = SyntheticMarket.generate(settings);
        BarSeries bars = market.bars().get(0);
        assertThat(bars.size()).isEqualTo(5 * 26);
        assertThat(market.chains().get(0).size()).isEqualTo(5 * 7);
        assertThat(bars.closeTime(25)).isEqualTo(settings.calendar().closeMs(settings.firstDay()));
    }

    /** Over many paths: no drift, the stated variance, and a variance that returns to its mean as expected. */
    @Test
    void pathsHaveTheMomentsOfTheModel() {
        HestonModel model = new HestonModel(0, 0.09, 0.04, 4, 0.4, -0.5);
        int paths = 400;
        int days = 63;
        double growth = 0;
        double variance = 0;
        for (int seed = 0; seed < paths; seed++) {
            SyntheticSettings settings = SyntheticSettings.daily(seed)
                    .withDays(days)
                    .withModel(model)
                    .withBars(Duration.ofDays(1), 0);
            BarSeries bars = SyntheticMarket.generate(settings).bars().get(0);
            growth += bars.close(days - 1) / 100 - 1;
            double last = 100;
            for (int i = 0; i < days; i++) {
                double logReturn = Math.log(bars.close(i) / last);
                variance += logReturn * logReturn * 252 / days;
                last = bars.close(i);
            }
        }
        double expected = model.expectedVariance(0.09, 0.25);
        assertThat(growth / paths).isCloseTo(0, within(3 * Math.sqrt(expected * 0.25 / paths)));
        assertThat(variance / paths).isCloseTo(expected, within(0.05 * expected));
        assertThat(expected).isCloseTo(0.04 + 0.05 * (1 - Math.exp(-1)), within(1e-12));
    }

    @Test
    void refusesWhatIsNoMarket() {
        assertThatIllegalArgumentException().isThrownBy(() -> QUARTER.withDays(0));
        assertThatIllegalArgumentException().isThrownBy(() -> QUARTER.withPremium(-0.1));
        assertThatIllegalArgumentException().isThrownBy(() -> QUARTER.withBars(Duration.ofMinutes(7), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new HestonModel(0, 0.04, 0.04, 1, 0.1, 1.5));
        assertThatIllegalArgumentException().isThrownBy(() -> HestonModel.constant(Double.NaN));
    }

    @Test
    void aCallIsWorthWhatItPaysOnAverage() {
        SyntheticSettings settings = SyntheticSettings.daily(0).withDays(20).withSpread(0);
        double paid = 0;
        double asked = 0;
        int paths = 300;
        for (int seed = 0; seed < paths; seed++) {
            Pack market = SyntheticMarket.generate(new SyntheticSettings(
                    settings.model(),
                    0,
                    20,
                    settings.barDuration(),
                    1,
                    0,
                    0,
                    45,
                    settings.calendar(),
                    settings.firstDay(),
                    seed));
            OptionChain first = market.chains().get(0).chain(0);
            Settlement settlement = market.events().settlements().get(2);
            int row = first.findRow(Right.CALL, 100, settlement.timeMs()).orElseThrow();
            asked += first.ask(row);
            paid += Math.max(0, settlement.price() - 100);
        }
        // The payoff's standard deviation is about 1.4 times its mean.
        assertThat(paid / paths).isCloseTo(asked / paths, within(3 * 1.6 * asked / paths / Math.sqrt(paths)));
    }
}
