package io.argus.connectors.deribit.stream;

import io.argus.connectors.deribit.Answers;
import io.argus.connectors.deribit.Fields;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TickerTest {

    @Test
    void volatilitiesBecomeDecimalsAndGreeksStay() {
        Ticker ticker = read("'state':'open','best_bid_price':0.0015,'best_bid_amount':4.5,'best_ask_price':2.5E-3,"
                + "'best_ask_amount':10,'bid_iv':110.5,'ask_iv':130,'mark_iv':120.74,'mark_price':0.001972,"
                + "'underlying_price':2003.61,'index_price':2001,'last_price':null,'stats':{'volume':null},"
                + "'greeks':{'vega':0.15,'theta':-3.1,'rho':0.01,'gamma':0.0002,'delta':0.02}");

        assertThat(ticker.open()).isTrue();
        assertThat(ticker.quote().bid()).isEqualTo(0.0015);
        assertThat(ticker.quote().askSize()).isEqualTo(10);
        assertThat(ticker.markVolatility()).hasValue(1.2074);
        assertThat(ticker.bidVolatility()).hasValue(1.105);
        assertThat(ticker.askVolatility()).hasValue(1.3);
        assertThat(ticker.underlyingPrice()).hasValue(2003.61);
        assertThat(ticker.delta()).hasValue(0.02);
        assertThat(ticker.theta()).hasValue(-3.1);
    }

    /** An empty side comes as price and amount 0, with volatilities of 0 and 500. */
    @Test
    void anEmptySideIsAbsent() {
        Ticker ticker = read("'state':'open','best_bid_price':0.0,'best_bid_amount':0.0,'best_ask_price':0.0,"
                + "'best_ask_amount':0.0,'bid_iv':0.0,'ask_iv':500.0,'mark_iv':90.1,'mark_price':0.3");

        assertThat(ticker.quote().bid()).isZero();
        assertThat(ticker.quote().ask()).isZero();
        assertThat(ticker.bidVolatility()).isEmpty();
        assertThat(ticker.askVolatility()).isEmpty();
        assertThat(ticker.delta()).isEmpty();
    }

    @Test
    void anExpiredInstrumentIsClosed() {
        Ticker ticker = read("'state':'closed','estimated_delivery_price':'expired','mark_price':null");

        assertThat(ticker.open()).isFalse();
        assertThat(ticker.markPrice()).isEmpty();
    }

    private static Ticker read(String fields) {
        String json = "{'instrument_name':'ETH-30JUL21-2800-C','timestamp':1626993723632," + fields + "}";
        return Ticker.read(new Fields("test", Answers.parse("test", json.replace('\'', '"'))));
    }
}
