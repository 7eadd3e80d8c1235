/** Files behind the ports of research. */
package io.argus.connectors.file;
