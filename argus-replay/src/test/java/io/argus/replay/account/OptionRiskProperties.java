package io.argus.replay.account;

import io.argus.domain.option.OptionContract;
import io.argus.domain.option.OptionContract.Right;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

/** What options of one expiry pay at any price of the underlying lies between the bounds that their strikes tell. */
class OptionRiskProperties {

    private static final double ROUNDING = 1e-9;

    record Position(Right right, double strike, double units) {

        OptionContract contract() {
            return new OptionContract("SPX", right, strike, 1);
        }
    }

    @Property
    void noPricePaysLessThanTheWorstOrMoreThanTheBest(
            @ForAll("positions") @Size(max = 6) List<Position> positions,
            @ForAll @DoubleRange(min = 0, max = 500) double price) {
        OptionRisk risk = risk(positions);
        double payoff = positions.stream()
                .mapToDouble(each -> each.units() * each.contract().intrinsicValue(price))
                .sum();
        double calls = positions.stream()
                .filter(each -> each.right() == Right.CALL)
                .mapToDouble(Position::units)
                .sum();
        assertThat(risk.nakedCalls()).isEqualTo(Math.max(0, -calls));
        if (calls >= 0) {
            assertThat(payoff).isGreaterThanOrEqualTo(risk.worstPayoff() - ROUNDING);
        }
        assertThat(payoff).isLessThanOrEqualTo(risk.bestPayoff() + ROUNDING);
    }

    @Property
    void theHighestStrikeIsOneOfItsOwn(@ForAll("positions") @Size(min = 1, max = 6) List<Position> positions) {
        assertThat(positions)
                .extracting(Position::strike)
                .contains(risk(positions).highestStrike());
        assertThat(positions)
                .allSatisfy(each -> assertThat(each.strike())
                        .isLessThanOrEqualTo(risk(positions).highestStrike()));
    }

    private static OptionRisk risk(List<Position> positions) {
        OptionRisk risk = new OptionRisk(0, 1);
        positions.forEach(each -> risk.add(0, each.contract(), each.units(), 0));
        return risk;
    }

    @Provide
    Arbitrary<List<Position>> positions() {
        return Combinators.combine(
                        Arbitraries.of(Right.class),
                        Arbitraries.integers().between(1, 60).map(step -> 5.0 * step),
                        Arbitraries.integers().between(-3, 3).map(Integer::doubleValue))
                .as(Position::new)
                .list();
    }
}
