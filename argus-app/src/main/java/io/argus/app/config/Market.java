package io.argus.app.config;

import io.argus.domain.market.TradingCalendar;

/** What kind of market the symbols trade on. */
public enum Market {
    /** Sessions of the New York Stock Exchange; 252 periods a year. */
    EQUITIES,
    /** Round the clock, days in UTC; 365 periods a year. */
    CRYPTO;

    public TradingCalendar calendar() {
        return switch (this) {
            case EQUITIES -> TradingCalendar.newYorkStockExchange();
            case CRYPTO -> TradingCalendar.roundTheClock();
        };
    }
}
