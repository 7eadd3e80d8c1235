package io.argus.replay.experiment;

import io.argus.domain.pack.ContentHash;
import io.argus.research.experiment.ExperimentSpec;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * Names a run by everything that its result depends on and by nothing else: never by a path, a time, or what the user
 * calls it. The first 16 hexadecimal digits of a SHA-256.
 */
final class RunId {

    private static final int DIGITS = 16;

    private RunId() {}

    /**
     * @param jar hash of the jar that the strategy comes from, when it does not belong to the program
     */
    static String of(
            ExperimentSpec spec,
            Map<String, Object> execution,
            ContentHash pack,
            EngineVersion engine,
            Optional<String> jar) {
        StringBuilder text = new StringBuilder();
        line(text, "strategy", spec.strategyClass());
        spec.parameters().asMap().forEach((name, value) -> line(text, "parameter " + name, canonical(value)));
        execution.forEach((name, value) -> line(text, "setting " + name, canonical(value)));
        line(text, "pack", pack.hex());
        line(text, "seed", Long.toString(spec.seed()));
        line(text, "engine", engine.text());
        jar.ifPresent(hash -> line(text, "jar", hash));
        return digest(text.toString()).substring(0, DIGITS);
    }

    /** SHA-256 of a text, hexadecimal. */
    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Lengths keep a value from posing as another key. */
    private static void line(StringBuilder text, String key, String value) {
        text.append(key)
                .append(' ')
                .append(value.length())
                .append(' ')
                .append(value)
                .append('\n');
    }

    private static String canonical(Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }
}
