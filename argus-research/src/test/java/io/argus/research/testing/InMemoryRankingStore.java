package io.argus.research.testing;

import io.argus.domain.DataException;
import io.argus.research.port.RankingStore;
import io.argus.research.ranking.RankedStrategy;
import io.argus.research.ranking.Ranking;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Rankings for as long as a test runs. */
public final class InMemoryRankingStore implements RankingStore {

    private final Map<Path, Stored> rankings = new ConcurrentHashMap<>();
    private final Map<Path, List<RankedStrategy>> killed = new ConcurrentHashMap<>();

    @Override
    public Stored load(Path file) {
        return Optional.ofNullable(rankings.get(file))
                .orElseThrow(() -> new DataException(file.toString(), "no such ranking"));
    }

    @Override
    public void save(Path file, Ranking ranking, Instant generatedAt) {
        rankings.put(file, new Stored(ranking, Optional.of(generatedAt)));
    }

    @Override
    public void saveKilled(Path file, Ranking ranking, Instant generatedAt) {
        killed.put(
                file,
                ranking.strategies().stream().filter(RankedStrategy::killed).toList());
    }

    /** What {@link #saveKilled} keeps there. */
    public List<RankedStrategy> killed(Path file) {
        return killed.getOrDefault(file, List.of());
    }

    @Override
    public String text(Ranking ranking, Instant generatedAt) {
        return generatedAt + " " + ranking;
    }
}
