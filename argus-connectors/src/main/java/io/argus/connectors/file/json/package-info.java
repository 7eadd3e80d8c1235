/** Artifacts, rankings and allocations as JSON. Keys stand in a fixed order; numbers in their shortest form. */
package io.argus.connectors.file.json;
