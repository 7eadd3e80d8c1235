/** An exchange that speaks as Deribit does, on one port of this machine, with a market and faults of our making. */
package io.argus.connectors.deribit.simulator;
