/** The command line: a class a command, each of which reads its options, calls one step and prints. */
package io.argus.app.cli;
