/** How orders meet the market: which price, which size, and every way in which an order comes to nothing. */
package io.argus.replay.execution;
