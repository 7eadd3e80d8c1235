/** Packs as files: JSON for other programs and for small ones, columns for large ones. */
package io.argus.connectors.file.pack;
