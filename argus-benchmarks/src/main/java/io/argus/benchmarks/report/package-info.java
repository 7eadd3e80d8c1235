/** One table from JMH's results: each piece of work beside its floor or peer, and whether it reaches what it should. */
package io.argus.benchmarks.report;
