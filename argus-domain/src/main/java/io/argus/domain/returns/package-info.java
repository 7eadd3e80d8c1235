/** Returns by day: of one run with its dates, and of several series side by side. */
package io.argus.domain.returns;
