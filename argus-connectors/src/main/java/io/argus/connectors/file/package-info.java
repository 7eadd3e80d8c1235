/** Files behind the domain's ports. */
package io.argus.connectors.file;
