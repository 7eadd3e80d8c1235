package io.argus.connectors.file.json;

import io.argus.connectors.file.AtomicFiles;
import io.argus.connectors.file.FileFault;
import io.argus.domain.DataException;
import io.argus.research.port.RankingStore;
import io.argus.research.ranking.Ranking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;

/** Rankings as JSON files. */
public final class JsonRankingStore implements RankingStore {

    @Override
    public Stored load(Path file) {
        try {
            return RankingReader.read(file.toString(), JsonDocuments.parse(file.toString(), Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            throw new DataException(file.toString(), "no such file", e);
        } catch (IOException e) {
            throw new DataException(file.toString(), "cannot be read: " + FileFault.reason(e), e);
        }
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
