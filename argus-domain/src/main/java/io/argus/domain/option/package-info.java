/** Option contracts and chains. Implied volatilities are decimals: 0.55 is 55 %. */
package io.argus.domain.option;
