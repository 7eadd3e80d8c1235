/** Rules that turn one forecast into one weight. */
package io.argus.allocation.sizing;
