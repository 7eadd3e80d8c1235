/** Values, the strategy interface and the ports of Argus. */
module io.argus.domain {
    exports io.argus.domain;
    exports io.argus.domain.allocation;
    exports io.argus.domain.experiment;
    exports io.argus.domain.forecast;
    exports io.argus.domain.market;
    exports io.argus.domain.numeric;
    exports io.argus.domain.option;
    exports io.argus.domain.pack;
    exports io.argus.domain.port;
    exports io.argus.domain.ranking;
    exports io.argus.domain.registry;
    exports io.argus.domain.strategy;

    uses io.argus.domain.strategy.StrategyFactory;
}
