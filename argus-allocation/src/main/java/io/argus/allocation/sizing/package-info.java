/**
 * Rules that turn one forecast into one weight. {@link io.argus.allocation.sizing.FractionalKelly} is the rule of the
 * house; {@link io.argus.allocation.sizing.StepwiseSizing} puts its steps, and one's own, together differently.
 */
package io.argus.allocation.sizing;
