package io.argus.app.research;

import io.argus.app.config.Grid;
import io.argus.app.config.bind.Place;

/**
 * A strategy with the parameters to run it with.
 *
 * @param strategyId what its runs are called
 * @param fixed parameters of every run: a grid of one cell
 * @param idPlace where that stands, or the strategy where nothing says it
 * @param place where the strategy is named
 * @param sweepPlace where the sweep stands, or the strategy where there is none
 */
public record StrategyGrid(
        String strategyId,
        String strategyClass,
        Grid fixed,
        Grid sweep,
        Place idPlace,
        Place place,
        Place sweepPlace) {}
