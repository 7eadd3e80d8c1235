/** Deribit over WebSocket: subscriptions that survive a lost connection, and order books that are never wrong. */
package io.argus.connectors.deribit.stream;
