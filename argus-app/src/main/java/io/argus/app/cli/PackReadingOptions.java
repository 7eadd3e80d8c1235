package io.argus.app.cli;

import io.argus.research.port.PackStore;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** What may be assumed where a pack does not say; for every command that reads one. */
final class PackReadingOptions {

    @Option(
            names = "--assume-receipt-delay",
            paramLabel = "D",
            converter = DurationConverter.class,
            description = "How long after it was sent a snapshot was received that does not tell, such as 2s;"
                    + " without this such packs are refused.")
    private Optional<Duration> receiptDelay = Optional.empty();

    PackStore.Reading reading() {
        return new PackStore.Reading(
                receiptDelay.map(delay -> OptionalLong.of(delay.toMillis())).orElse(OptionalLong.empty()));
    }
}
