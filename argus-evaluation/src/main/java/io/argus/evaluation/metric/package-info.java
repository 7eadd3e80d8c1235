/** Figures that describe a series of returns or a list of trades. Empty means that a figure cannot be computed. */
package io.argus.evaluation.metric;
