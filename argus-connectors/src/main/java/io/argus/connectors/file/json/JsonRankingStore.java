package io.argus.connectors.file.json;

import io.argus.connectors.file.AtomicFiles;
import io.argus.research.port.RankingStore;
import io.argus.research.ranking.Ranking;
import java.nio.file.Path;
import java.time.Instant;

/** Rankings as JSON files. */
public final class JsonRankingStore implements RankingStore {

    @Override
    public Stored load(Path file) {
        String origin = file.toString();
        return RankingReader.read(origin, JsonDocuments.parse(origin, JsonDocuments.bytes(file)));
    }

    @Override
    public void save(Path file, Ranking ranking, Instant generatedAt) {
        AtomicFiles.write(file, text(ranking, generatedAt));
    }

    @Override
    public void saveKilled(Path file, Ranking ranking, Instant generatedAt) {
        AtomicFiles.write(file, JsonDocuments.text(RankingDocument.writeKilled(ranking, generatedAt)));
    }

    @Override
    public String text(Ranking ranking, Instant generatedAt) {
        return JsonDocuments.text(RankingDocument.write(ranking, generatedAt));
    }
}
