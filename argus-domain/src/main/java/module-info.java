/** Values of markets, options, strategies, forecasts and allocations, and the strategy interface. */
module io.argus.domain {
    exports io.argus.domain;
    exports io.argus.domain.allocation;
    exports io.argus.domain.forecast;
    exports io.argus.domain.market;
    exports io.argus.domain.numeric;
    exports io.argus.domain.option;
    exports io.argus.domain.pack;
    exports io.argus.domain.returns;
    exports io.argus.domain.strategy;

    uses io.argus.domain.strategy.StrategyFactory;
}
