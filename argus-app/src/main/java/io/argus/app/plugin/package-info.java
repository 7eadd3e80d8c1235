/** Strategies of users: found in their jars, and watched while they run. */
package io.argus.app.plugin;
