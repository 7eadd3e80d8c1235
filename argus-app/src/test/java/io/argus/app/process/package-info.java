/** The real launcher as a process, as its users meet it: exit codes, both streams, files. */
package io.argus.app.process;
