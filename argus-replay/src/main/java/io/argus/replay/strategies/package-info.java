/** The bundled strategies, found like a user's own. */
package io.argus.replay.strategies;
