/** Runs judged and put in order. */
package io.argus.domain.ranking;
