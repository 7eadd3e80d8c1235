/** What becomes of strategies whose true worth is known, because they were made so: the error rates of a set of gates. */
package io.argus.app.study;
