/**
 * Proves that a strategy does not see the future, or shows where it did. Entry point: {@link
 * io.argus.replay.audit.LookAheadAudit}.
 */
package io.argus.replay.audit;
