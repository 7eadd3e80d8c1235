/** From an admitted candidate to what it is expected to earn and to risk. */
package io.argus.research.forecast;
