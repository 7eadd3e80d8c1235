package io.argus.connectors.deribit.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.argus.connectors.deribit.Answers;
import io.argus.connectors.deribit.Fields;
import io.argus.connectors.deribit.InstrumentName;
import io.argus.domain.option.BlackScholes;
import io.argus.domain.option.EuropeanOption;
import io.argus.domain.option.Greeks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A recorded session loads completely, and its marks are those of Black's formula. */
@Tag("recorded")
class RecordedSessionTest {

    @Test
    void everyBookMessageContinuesItsBook() throws IOException {
        Map<String, BookKeeper> books = new HashMap<>();
        int messages = 0;
        for (Fields data : data("book")) {
            BookMessage message = BookMessage.read(data);
            BookKeeper book = books.computeIfAbsent(message.instrument(), BookKeeper::new);
            assertThat(book.apply(message)).isEqualTo(BookKeeper.Effect.CURRENT);
            messages++;
        }
        assertThat(messages).isEqualTo(46);
        assertThat(books).hasSize(10);
    }

    /**
     * Half a unit of the last digit of the volatility and of the price, and where the underlying moved between mark and
     * message, up to 2.5e-4 of delta.
     */
    @Test
    void blacksFormulaGivesTheRecordedMarks() throws IOException {
        int tight = 0;
        List<Ticker> tickers = new ArrayList<>();
        for (Fields data : data("ticker")) {
            tickers.add(Ticker.read(data));
        }
        assertThat(tickers).hasSize(89);
        double worstDelta = 0;
        double worstVega = 0;
        double worstTheta = 0;
        for (Ticker ticker : tickers) {
            EuropeanOption option = option(ticker);
            double volatility = ticker.markVolatility().orElseThrow();
            double forward = ticker.underlyingPrice().orElseThrow();
            Greeks greeks = BlackScholes.greeks(option, volatility);
            double miss = Math.abs(BlackScholes.coinPrice(option, volatility)
                    - ticker.markPrice().orElseThrow());
            double rounding = 0.00005 * greeks.vega() / forward + 0.5e-6;
            assertThat(miss).as(ticker.instrument()).isLessThanOrEqualTo(rounding + 2.5e-4 * Math.abs(greeks.delta()));
            tight += miss <= rounding ? 1 : 0;
            worstDelta = Math.max(
                    worstDelta, Math.abs(greeks.delta() - ticker.delta().orElseThrow()));
            worstVega = Math.max(
                    worstVega, Math.abs(greeks.vegaPerPoint() - ticker.vega().orElseThrow()));
            worstTheta = Math.max(
                    worstTheta, Math.abs(greeks.thetaPerDay() - ticker.theta().orElseThrow()));
        }
        System.out.printf(
                "%d tickers, %d within rounding; worst delta %.2e, vega %.2e, theta %.2e%n",
                tickers.size(), tight, worstDelta, worstVega, worstTheta);
        assertThat(tight).isGreaterThanOrEqualTo((int) Math.ceil(0.8 * tickers.size()));
        assertThat(worstDelta).isCloseTo(0, within(2e-5));
        assertThat(worstVega).isCloseTo(0, within(0.002));
        assertThat(worstTheta).isCloseTo(0, within(0.05));
    }

    @Test
    void anEmptySideIsAbsent() throws IOException {
        Ticker unquoted = data("ticker").stream()
                .map(Ticker::read)
                .filter(ticker -> ticker.instrument().equals("ETH-27AUG21-4000-P"))
                .findFirst()
                .orElseThrow();

        assertThat(unquoted.quote().bid()).isZero();
        assertThat(unquoted.quote().askSize()).isZero();
        assertThat(unquoted.bidVolatility()).isEmpty();
        assertThat(unquoted.askVolatility()).isEmpty();
    }

    private static EuropeanOption option(Ticker ticker) {
        InstrumentName.Option name =
                (InstrumentName.Option) InstrumentName.find(ticker.instrument()).orElseThrow();
        long expiryMs = name.expiry()
                .atTime(LocalTime.of(8, 0))
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
        return EuropeanOption.onForward(
                name.right(),
                ticker.underlyingPrice().orElseThrow(),
                name.strike().doubleValue(),
                EuropeanOption.years(ticker.timeMs(), expiryMs),
                0);
    }

    private static List<Fields> data(String kind) throws IOException {
        Path file = Path.of(System.getProperty("argus.recorded"), "deribit", "ws_session.jsonl");
        List<Fields> found = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                JsonNode parameters = Answers.parse("recorded", line).path("params");
                if (parameters.path("channel").asText().startsWith(kind + ".")) {
                    found.add(new Fields("recorded", parameters.path("data")));
                }
            }
        }
        return found;
    }
}
