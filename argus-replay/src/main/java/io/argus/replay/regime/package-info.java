/** The state of the market, read from the bars known so far. */
package io.argus.replay.regime;
