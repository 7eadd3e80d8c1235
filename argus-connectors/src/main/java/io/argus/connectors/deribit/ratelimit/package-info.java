/** Deribit's credits: what a request costs, and how long to wait before it can be paid. */
package io.argus.connectors.deribit.ratelimit;
