/** Credentials in a file that only its owner can read. */
package io.argus.connectors.secret;
