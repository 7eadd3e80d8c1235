/** What implied volatility a pack holds, where it comes from, and what is missing. */
package io.argus.replay.volatility;
