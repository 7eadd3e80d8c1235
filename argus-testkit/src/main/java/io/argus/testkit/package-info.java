/**
 * For those who write their own sizing rule or allocator: a suite of laws to extend with one method, and arbitraries for
 * one's own properties.
 *
 * <pre>{@code
 * class MyRuleProperties extends SizingRuleLaws {
 *     protected SizingRule rule() {
 *         return new MyRule();
 *     }
 * }
 * }</pre>
 */
package io.argus.testkit;
