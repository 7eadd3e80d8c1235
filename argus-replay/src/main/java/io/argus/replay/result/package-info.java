/** What a replay gives, and how to watch one. */
package io.argus.replay.result;
