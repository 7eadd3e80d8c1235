/** The composite score and its parts (docs/methods.md, section 6). */
package io.argus.evaluation.scoring;
