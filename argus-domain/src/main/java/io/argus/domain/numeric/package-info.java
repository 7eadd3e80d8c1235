/**
 * Numerical methods that several modules need: the normal distribution, random streams that do not depend on the order
 * in which they are drawn, and clustering. Results are the same on every machine.
 */
package io.argus.domain.numeric;
