/** What followed every bar, computed in one pass. */
package io.argus.replay.outcome;
