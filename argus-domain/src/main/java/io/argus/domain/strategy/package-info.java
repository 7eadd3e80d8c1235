/**
 * What a strategy is to Argus: a {@link io.argus.domain.strategy.StrategyFactory} describes and creates it, it reads a
 * {@link io.argus.domain.strategy.MarketView} and answers with {@link io.argus.domain.strategy.Order orders}.
 */
package io.argus.domain.strategy;
