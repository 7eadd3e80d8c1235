/** Market data and what is derived from it, as columns that every run of a sweep shares. */
package io.argus.domain.pack;
