/** Cross-validation that does not train on what it tests (docs/methods.md, section 5). */
package io.argus.evaluation.validation;
