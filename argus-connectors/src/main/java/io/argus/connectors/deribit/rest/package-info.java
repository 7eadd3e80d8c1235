/** Deribit over HTTP behind the domain's ports. What is sent over the wire stays in this package. */
package io.argus.connectors.deribit.rest;
