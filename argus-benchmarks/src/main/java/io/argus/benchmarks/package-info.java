/** How fast it is: one class for each piece of work, which measures it beside a peer or the least that any program must do. */
package io.argus.benchmarks;
