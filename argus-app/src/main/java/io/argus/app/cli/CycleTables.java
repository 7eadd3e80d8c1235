package io.argus.app.cli;

import io.argus.app.research.AllocationStep;
import io.argus.app.research.ResearchCycle;
import io.argus.app.terminal.Terminal;
import io.argus.replay.baseline.Baselines;
import io.argus.research.ranking.Ranking;
import java.util.List;

/** A cycle's results as tables. */
record CycleTables(Terminal terminal) implements ResearchCycle.Display {

    @Override
    public void ranked(Ranking ranking, List<Baselines> baselines) {
        terminal.result(RankingTable.text(ranking, terminal.ansi()) + "\n" + BaselineLines.text(baselines));
    }

    @Override
    public void allocated(AllocationStep.Result result) {
        terminal.result("\n" + AllocationTable.text(result.plan(), terminal.ansi()));
    }

    @Override
    public void rankedSynthetic(Ranking ranking) {
        terminal.result("\non synthetic markets, which nobody traded, NOT FOR TRADING:\n"
                + RankingTable.text(ranking, terminal.ansi()));
    }
}
