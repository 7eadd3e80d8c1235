/** Arbitraries for domain values and contract suites for ports, for the tests of every module. */
package io.argus.domain.testing;
