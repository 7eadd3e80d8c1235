/**
 * What the application needs from outside, one small interface each. Adapters implement them; nothing else here
 * knows them.
 */
package io.argus.research.port;
