/** From forecasts to position sizes. */
module io.argus.allocation {
    requires transitive io.argus.domain;

    exports io.argus.allocation;
    exports io.argus.allocation.covariance;
    exports io.argus.allocation.portfolio;
    exports io.argus.allocation.sizing;
}
