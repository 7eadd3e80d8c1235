/** Instruments, calendars and price columns. Times are UTC epoch milliseconds; prices are in the quote currency. */
package io.argus.domain.market;
