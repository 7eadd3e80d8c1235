/** Whether a Sharpe ratio could be luck. Every ratio here is per period. */
package io.argus.evaluation.significance;
