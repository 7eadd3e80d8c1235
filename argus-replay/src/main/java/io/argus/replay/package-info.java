/**
 * Replays strategies over packs as they could have been traded. Entry points: {@link io.argus.replay.ReplayHarness},
 * {@link io.argus.replay.outcome.OutcomeEngine}, {@link io.argus.replay.regime.RegimeDetector}, {@link
 * io.argus.replay.experiment.ReplayExperimentRunner} and {@link io.argus.replay.audit.LookAheadAudit}.
 */
package io.argus.replay;
