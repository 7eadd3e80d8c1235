package io.argus.research.registry;

import java.util.List;
import java.util.Objects;

/** Who was let in and who was not, with the reason. */
public record Admission(List<Candidate> admitted, List<Refusal> refused) {

    /**
     * A run that was not admitted.
     *
     * @param reason for people: what was found and what was asked
     */
    public record Refusal(String strategyId, String runId, String reason) {

        public Refusal {
            Objects.requireNonNull(strategyId, "strategyId");
            Objects.requireNonNull(runId, "runId");
            Objects.requireNonNull(reason, "reason");
        }
    }

    public Admission {
        admitted = List.copyOf(admitted);
        refused = List.copyOf(refused);
    }
}
