package io.argus.benchmarks.report;

/**
 * What one benchmark gave.
 *
 * @param nanos time of one operation
 * @param bytes allocated by one operation; NaN where that was not counted
 */
record Measured(double nanos, double bytes) {}
