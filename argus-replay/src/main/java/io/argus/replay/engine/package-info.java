/** The loop that hands time, bar by bar, to a strategy and its broker. */
package io.argus.replay.engine;
