/** The thresholds below or above which a run is killed. */
package io.argus.evaluation.gate;
