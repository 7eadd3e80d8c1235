/**
 * What the application needs from outside, one small interface each. Adapters implement them; nothing else in the
 * domain knows them.
 */
package io.argus.domain.port;
