/** What several tests of evaluation start from. */
package io.argus.evaluation.testing;
