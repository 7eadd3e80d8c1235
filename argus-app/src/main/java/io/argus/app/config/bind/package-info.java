/**
 * Binds YAML to records. A record is a section, its components are the keys; {@link io.argus.app.config.bind.Key} gives
 * each its meaning, default and range, and the component's type says how the value is read. The same records give the
 * reference for people and the JSON Schema.
 */
package io.argus.app.config.bind;
