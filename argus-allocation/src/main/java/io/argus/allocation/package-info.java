/**
 * Position sizes from forecasts. {@link io.argus.allocation.AllocationEngine} sizes each forecast by a {@link
 * io.argus.allocation.sizing.SizingRule}, or all together by an {@link io.argus.allocation.portfolio.Allocator}, holds the
 * whole to the aggregate cap, and says how each number came about:
 *
 * <pre>{@code
 * List<Forecast> forecasts = List.of(
 *         Forecast.of("trend", "SPX", 0.08, 0.20),
 *         Forecast.of("carry", "BTC", 0.30, 0.60));
 * AllocationPlan plan = new AllocationEngine()
 *         .plan(AllocationRequest.of(forecasts, 100_000, AllocationSettings.defaults()));
 * for (Allocation allocation : plan.allocations()) {
 *     System.out.println(allocation.forecast().strategyId() + " " + allocation.weight());
 * }
 * }</pre>
 */
package io.argus.allocation;
