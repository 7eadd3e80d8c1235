/** From a ranking to the runs that may be funded. */
package io.argus.research.registry;
