/** Markets that no one traded: seeded bars and option chains for samples and tests, labelled as such. */
package io.argus.replay.synthetic;
