package io.argus.replay.volatility;

import java.util.Map;
import java.util.Objects;

/** Which volatility of a contract stands when several providers give one. */
public sealed interface ConsensusPolicy {

    /**
     * One provider's, wherever it has one; else as {@link Winner}.
     *
     * @param provider its name
     */
    record Prefer(String provider) implements ConsensusPolicy {

        public Prefer {
            if (provider.isBlank()) {
                throw new IllegalArgumentException("which provider is preferred?");
            }
        }

        @Override
        public String toString() {
            return "prefer " + provider;
        }

        @Override
        public double choose(Map<String, Opinion> opinions) {
            Opinion preferred = opinions.get(provider);
            return preferred == null ? new Winner().choose(opinions) : preferred.volatility();
        }
    }

    /** The latest sent one; of several the first provider's by name. */
    record Winner() implements ConsensusPolicy {

        @Override
        public String toString() {
            return "winner";
        }

        @Override
        public double choose(Map<String, Opinion> opinions) {
            return opinions.entrySet().stream()
                    .min(Map.Entry.<String, Opinion>comparingByValue((a, b) -> Long.compare(b.sentMs(), a.sentMs()))
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(entry -> entry.getValue().volatility())
                    .orElseThrow(() -> new IllegalArgumentException("no provider has an opinion"));
        }
    }

    /** The mean of all. */
    record Blended() implements ConsensusPolicy {

        @Override
        public String toString() {
            return "blended";
        }

        @Override
        public double choose(Map<String, Opinion> opinions) {
            return opinions.values().stream()
                    .mapToDouble(Opinion::volatility)
                    .average()
                    .orElseThrow(() -> new IllegalArgumentException("no provider has an opinion"));
        }
    }

    /** What one provider said of a contract, and when. */
    record Opinion(double volatility, long sentMs) {}

    /**
     * Reads a policy from its name: {@code prefer NAME}, {@code winner} or {@code blended}.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    static ConsensusPolicy parse(String text) {
        Objects.requireNonNull(text, "text");
        if (text.startsWith("prefer ")) {
            return new Prefer(text.substring("prefer ".length()).strip());
        }
        return switch (text) {
            case "winner" -> new Winner();
            case "blended" -> new Blended();
            default ->
                throw new IllegalArgumentException("'" + text + "' is none of 'prefer NAME', 'winner' and 'blended'");
        };
    }

    /**
     * @param opinions by provider, at least one
     */
    double choose(Map<String, Opinion> opinions);
}
