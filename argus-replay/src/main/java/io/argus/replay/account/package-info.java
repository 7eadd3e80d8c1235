/** Cash, lots and marks of one run, and the identities that tie them together. */
package io.argus.replay.account;
