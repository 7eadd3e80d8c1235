/** Configuration from YAML, every problem with its place. */
package io.argus.app.settings;
