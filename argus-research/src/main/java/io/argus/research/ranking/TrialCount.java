package io.argus.research.ranking;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How many trials a cycle's significance was deflated by.
 *
 * @param inCycle runs of this cycle
 * @param inLedger distinct trials remembered whose span overlaps the cycle's, this cycle's included
 * @param ledgerSince first day of the oldest of them; empty without a ledger
 * @param effective clusters of similar trials of this cycle
 */
public record TrialCount(int inCycle, int inLedger, Optional<LocalDate> ledgerSince, OptionalDouble effective) {}
