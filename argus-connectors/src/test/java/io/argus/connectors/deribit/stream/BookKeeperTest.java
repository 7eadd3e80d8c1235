package io.argus.connectors.deribit.stream;

import io.argus.connectors.deribit.Answers;
import io.argus.connectors.deribit.Fields;
import io.argus.connectors.deribit.stream.BookKeeper.Effect;
import io.argus.domain.ExchangeException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BookKeeperTest {

    private final BookKeeper keeper = new BookKeeper("BTC-PERPETUAL");

    @Test
    void changesAreAppliedInTheirChain() {
        assertThat(apply("snapshot", "null", 100, "['new',10.0,1.0],['new',9.5,2]", "['new',11,3]"))
                .isEqualTo(Effect.CURRENT);
        assertThat(apply("change", "100", 107, "['change',10,5.5],['delete',9.5,0.0]", "['new',1.05E1,4]"))
                .isEqualTo(Effect.CURRENT);

        Book book = keeper.find().orElseThrow();
        assertThat(book.changeId()).isEqualTo(107);
        assertThat(book.bids()).hasSize(1).containsEntry(price("10"), new BigDecimal("5.5"));
        assertThat(book.asks().firstKey()).isEqualTo(price("10.5"));
        assertThat(book.asks()).containsEntry(price("11"), new BigDecimal("3"));
    }

    @Test
    void aMissingChangeLosesTheBookUntilItComesWhole() {
        apply("snapshot", "null", 100, "['new',10,1]", "");

        assertThat(apply("change", "105", 110, "['new',9,1]", "")).isEqualTo(Effect.LOST);
        assertThat(keeper.find()).isEmpty();
        // Even the change that was missing does not help any more.
        assertThat(apply("change", "100", 105, "['new',8,1]", "")).isEqualTo(Effect.STILL_LOST);
        assertThat(apply("snapshot", "null", 120, "['new',7,1]", "")).isEqualTo(Effect.CURRENT);
        assertThat(keeper.find().orElseThrow().bids()).hasSize(1).containsKey(price("7"));
    }

    @Test
    void aRepeatedChangeChangesNothing() {
        apply("snapshot", "null", 100, "['new',10,1]", "");
        apply("change", "100", 107, "['change',10,2]", "");

        assertThat(apply("change", "100", 107, "['change',10,2]", "")).isEqualTo(Effect.REPEATED);
        assertThat(keeper.find().orElseThrow().bids()).containsEntry(price("10"), new BigDecimal("2"));
    }

    /** Both were seen: a snapshot that names a change before it, and a first book that calls itself a change. */
    @ParameterizedTest
    @CsvSource({"snapshot, 42", "change, 0", "change, null"})
    void aWholeBookIsTakenWhateverItCallsItself(String type, String previous) {
        apply("snapshot", "null", 100, "['new',10,1]", "");

        assertThat(apply(type, previous, 200, "['new',5,1]", "")).isEqualTo(Effect.CURRENT);
        assertThat(keeper.find().orElseThrow().bids()).hasSize(1).containsKey(price("5"));
    }

    @Test
    void aBookThatIsHandedOutDoesNotChangeAnyMore() {
        apply("snapshot", "null", 100, "['new',10,1]", "");
        Book before = keeper.find().orElseThrow();
        apply("change", "100", 101, "['delete',10,0]", "");

        assertThat(before.bids()).hasSize(1);
        assertThat(keeper.find().orElseThrow().bids()).isEmpty();
    }

    @Test
    void aLevelThatIsNoneIsAnError() {
        assertThatThrownBy(() -> apply("snapshot", "null", 1, "['new',null,1]", ""))
                .isInstanceOf(ExchangeException.class);
        assertThatThrownBy(() -> apply("snapshot", "null", 1, "['new',1]", "")).isInstanceOf(ExchangeException.class);
    }

    private Effect apply(String type, String previous, long id, String bids, String asks) {
        String json = "{'type':'" + type + "','prev_change_id':" + previous + ",'change_id':" + id
                + ",'timestamp':1,'instrument_name':'BTC-PERPETUAL','bids':[" + bids + "],'asks':[" + asks + "]}";
        return keeper.apply(BookMessage.read(new Fields("test", Answers.parse("test", json.replace('\'', '"')))));
    }

    private static BigDecimal price(String text) {
        return new BigDecimal(text).stripTrailingZeros();
    }
}
