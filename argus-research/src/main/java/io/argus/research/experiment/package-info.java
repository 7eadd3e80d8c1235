/** What is run, under which settings, and what came of it. */
package io.argus.research.experiment;
