/** Series drawn again from themselves: block bootstraps, their lengths, and Monte Carlo (docs/methods.md, section 5). */
package io.argus.evaluation.resampling;
