/** What a candidate is expected to earn and to risk: the input of every sizing rule. */
package io.argus.domain.forecast;
