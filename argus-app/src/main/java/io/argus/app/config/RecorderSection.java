package io.argus.app.config;

import io.argus.app.config.bind.Key;
import java.nio.file.Path;
import java.time.Duration;

/** What {@code argus run} records beside the research loop; the keys are the options of {@code argus deribit record}. */
public record RecorderSection(
        @Key(doc = "What is traded: BTC or ETH, or such as SOL_USDC for contracts in USDC.")
        String currency,

        @Key(fallback = "https://www.deribit.com", doc = "Where the exchange is reached.")
        String baseUrl,

        @Key(fallback = "60s", range = "(0, 86400]", doc = "From the start of one interval to the next.")
        Duration every,

        @Key(fallback = "60s", range = "(0, 86400]", doc = "Length of the bars.")
        Duration barDuration,

        @Key(fallback = "1d", range = "[0, inf)", doc = "How far back bars and funding of a new pack reach.")
        Duration history,

        @Key(doc = "The pack; .pack for columns.") Path out) {}
