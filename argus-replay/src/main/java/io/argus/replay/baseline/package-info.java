/** What there was to earn: the figures beside which a strategy's own are read. */
package io.argus.replay.baseline;
