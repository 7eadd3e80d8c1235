/** What people see: results on standard output, everything else on standard error. */
package io.argus.app.terminal;
