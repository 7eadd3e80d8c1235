package io.argus.app.research;

import io.argus.app.config.EvaluationSection;
import io.argus.app.config.ResearchConfig;
import io.argus.connectors.file.AtomicFiles;
import io.argus.domain.ConfigException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a cycle writes. */
final class ResearchOutputs {

    private ResearchOutputs() {}

    /** Every folder that something is written into. */
    static List<Path> folders(ResearchConfig config) {
        Stream<Path> folders = Stream.of(
                        Optional.of(config.experiment().outputDir()),
                        Optional.of(config.evaluation().rankingsOutputDir()),
                        config.pack().packsOutputDir())
                .flatMap(Optional::stream);
        return Stream.concat(folders, files(config).map(AtomicFiles::folderOf))
                .distinct()
                .toList();
    }

    /** Every file that the configuration names and a cycle writes. */
    private static Stream<Path> files(ResearchConfig config) {
        EvaluationSection evaluation = config.evaluation();
        return Stream.of(
                        Optional.of(evaluation.ledger()),
                        evaluation.reportOutputPath(),
                        evaluation.killedOutputPath(),
                        evaluation.candidateSetOutputPath(),
                        evaluation.allocation().flatMap(settings -> evaluation.allocationsOutputPath()))
                .flatMap(Optional::stream);
    }

    /**
     * Makes the folders that are missing, and finds out before any work whether everything can be written.
     *
     * @throws ConfigException when something cannot
     */
    static void prepare(ResearchConfig config) {
        folders(config).forEach(AtomicFiles::prepareFolder);
        files(config).forEach(AtomicFiles::requireWritable);
    }

    static Path rankings(EvaluationSection evaluation, LocalDate day) {
        return rankings(evaluation, "strategy", day);
    }

    /** Of runs on synthetic markets, in a file that nobody takes for the other. */
    static Path syntheticRankings(EvaluationSection evaluation, LocalDate day) {
        return rankings(evaluation, "synthetic", day);
    }

    private static Path rankings(EvaluationSection evaluation, String what, LocalDate day) {
        return evaluation
                .rankingsOutputDir()
                .resolve(what + "_rankings_" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + ".json");
    }
}
