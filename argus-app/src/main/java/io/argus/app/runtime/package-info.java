/** The one place that creates threads and ends them. */
package io.argus.app.runtime;
