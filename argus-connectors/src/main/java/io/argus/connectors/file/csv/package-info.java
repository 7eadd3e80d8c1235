/** Bars from CSV. */
package io.argus.connectors.file.csv;
