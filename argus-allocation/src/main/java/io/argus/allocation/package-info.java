/**
 * Position sizes from forecasts. {@link io.argus.allocation.AllocationEngine} sizes each forecast by a {@link
 * io.argus.allocation.sizing.SizingRule}, holds the whole to the aggregate cap, and says how each number came about:
 *
 * <pre>{@code
 * AllocationEngine engine = new AllocationEngine(AllocationSettings.defaults());
 * List<Forecast> forecasts = List.of(
 *         Forecast.of("trend", "SPX", 0.08, 0.20),
 *         Forecast.of("carry", "BTC", 0.30, 0.60));
 * for (Allocation allocation : engine.allocate(forecasts, 100_000)) {
 *     System.out.println(allocation.forecast().strategyId() + " " + allocation.weight());
 * }
 * }</pre>
 */
package io.argus.allocation;
