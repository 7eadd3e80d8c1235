/** Position sizes and the way each was arrived at. */
package io.argus.domain.allocation;
