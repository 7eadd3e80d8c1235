package io.argus.research.experiment;

import java.util.Objects;
import java.util.Optional;

/**
 * What drawing a run's history again gave, or why it could not be drawn.
 *
 * @param reason empty where there is a summary
 */
public record MonteCarloResult(MonteCarloSettings settings, Optional<MonteCarloSummary> summary, String reason) {

    public MonteCarloResult {
        Objects.requireNonNull(settings, "settings");
        if (summary.isPresent() != reason.isEmpty()) {
            throw new IllegalArgumentException("either a summary or a reason, not both or neither: " + reason);
        }
    }
}
