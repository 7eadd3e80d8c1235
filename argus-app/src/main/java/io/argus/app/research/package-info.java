/** The research cycle, one class a step: bars, outcomes, pack, experiments, evaluation, allocation. */
package io.argus.app.research;
