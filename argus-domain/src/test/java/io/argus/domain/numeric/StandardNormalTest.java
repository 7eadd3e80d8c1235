package io.argus.domain.numeric;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

/** Expected values were computed with sixty decimal digits. */
class StandardNormalTest {

    @ParameterizedTest
    @CsvSource({
        "-37.5, 4.605353009581955e-308",
        "-37.0, 5.725571222524577e-300",
        "-36.9, 2.3105244811406173e-298",
        "-30.3, 5.731723503315496e-202",
        "-20.1, 3.6896808637213897e-90",
        "-12.34, 2.7577941516989773e-35",
        "-8.7, 1.6594208699647843e-18",
        "-5.7, 5.990371401063528e-09",
        "-5.6, 1.071759025831093e-08",
        "-3.1, 0.0009676032132183566",
        "-1.96, 0.024997895148220435",
        "-1.0, 0.15865525393145705",
        "-0.67, 0.2514288950953101",
        "-0.66, 0.25462691467133614",
        "-0.3, 0.3820885778110474",
        "-1e-09, 0.49999999960105773",
        "0.0, 0.5",
        "0.25, 0.5987063256829237",
        "0.7, 0.758036347776927",
        "1.2816, 0.9000084999023249",
        "2.5, 0.9937903346742238",
        "6.0, 0.9999999990134123",
        "9.0, 1.0"
    })
    void cumulativeIsCorrectFarIntoTheTail(double x, double probability) {
        assertThat(StandardNormal.cumulative(x)).isCloseTo(probability, within(2e-15 * probability));
    }

    @ParameterizedTest
    @CsvSource({
        "1e-300, -37.0470962993612",
        "1e-100, -21.273453560965326",
        "1e-20, -9.262340089798407",
        "1.3e-11, -6.667611456510741",
        "1.4e-11, -6.656723091518184",
        "1e-09, -5.9978070150076865",
        "0.001, -3.0902323061678136",
        "0.025, -1.9599639845400543",
        "0.07, -1.4757910281791706",
        "0.075, -1.439531470938456",
        "0.08, -1.4050715603096327",
        "0.25, -0.6744897501960817",
        "0.4999999, -2.5066282747031063e-07",
        "0.6, 0.2533471031357997"
    })
    void quantileIsCorrectFarIntoTheTail(double probability, double x) {
        assertThat(StandardNormal.quantile(probability)).isCloseTo(x, within(2e-15 * Math.abs(x)));
    }

    @ParameterizedTest
    @CsvSource({
        "0.0, 0.3989422804014327",
        "0.1, 0.39695254747701175",
        "-1.7, 0.09404907737688693",
        "5.55, 8.17019037854322e-08",
        "-12.345, 3.22019568224336e-34",
        "37.03125, 6.667640110256551e-299"
    })
    void densityIsCorrectFarIntoTheTail(double x, double density) {
        assertThat(StandardNormal.density(x)).isCloseTo(density, within(1e-15 * density));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1.2533141373155003",
        "0.3, 1.0018374009921557",
        "0.66, 0.79356696417189549",
        "0.67, 0.78882836276298592",
        "1, 0.65567954241879847",
        "2.5, 0.35426511132979367",
        "5.6, 0.17335028501302024",
        "5.7, 0.17047376074592786",
        "12.34, 0.080515257222365258",
        "38.5, 0.025956537944110659",
        "1000.0, 0.00099999900000299999",
        "1e+200, 1.0e-200"
    })
    void tailRatioIsCorrectAtAnyDistance(double x, double ratio) {
        assertThat(StandardNormal.tailRatio(x)).isCloseTo(ratio, within(1e-15 * ratio));
    }

    @Test
    void tailRatioIsForTheUpperTail() {
        assertThat(StandardNormal.tailRatio(Double.POSITIVE_INFINITY)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> StandardNormal.tailRatio(-0.1));
    }

    @Test
    void endsAtItsBounds() {
        assertThat(StandardNormal.cumulative(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(StandardNormal.cumulative(Double.POSITIVE_INFINITY)).isOne();
        assertThat(StandardNormal.cumulative(-38)).isPositive();
        assertThat(StandardNormal.cumulative(-39)).isZero();
        assertThat(StandardNormal.cumulative(Double.NaN)).isNaN();
        assertThat(StandardNormal.density(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(StandardNormal.density(Double.NaN)).isNaN();
        assertThat(StandardNormal.quantile(0.5)).isZero();
        assertThat(StandardNormal.quantile(Double.MIN_VALUE)).isBetween(-38.5, -38.4);
        assertThat(StandardNormal.quantile(Math.nextDown(1.0))).isBetween(8.2, 8.3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 1, -1, 1.5, Double.NaN, Double.POSITIVE_INFINITY})
    void quantileNeedsAProbability(double probability) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StandardNormal.quantile(probability))
                .withMessageEndingWith(String.valueOf(probability));
    }
}
