/** Contract suites for ports, adapters in memory that pass them, and one of each document that a store keeps. */
package io.argus.research.testing;
