/** Runs judged and put in order. */
package io.argus.research.ranking;
