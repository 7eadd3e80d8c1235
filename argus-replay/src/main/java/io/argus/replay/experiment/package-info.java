/** Runs strategies by name and writes down what went in and what came out. */
package io.argus.replay.experiment;
