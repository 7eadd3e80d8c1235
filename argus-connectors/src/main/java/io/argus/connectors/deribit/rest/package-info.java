/** Deribit over HTTP behind the ports of research. What is sent over the wire stays in this package. */
package io.argus.connectors.deribit.rest;
