/** Where adapters meet the ports: the only place that names them. */
package io.argus.app.wiring;
