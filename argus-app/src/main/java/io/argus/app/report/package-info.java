/** The picture of a cycle: one page that needs nothing but itself. */
package io.argus.app.report;
