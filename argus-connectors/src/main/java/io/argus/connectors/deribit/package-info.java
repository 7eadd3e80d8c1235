/** What Deribit's names, errors and units mean, for all that talks to it. */
package io.argus.connectors.deribit;
