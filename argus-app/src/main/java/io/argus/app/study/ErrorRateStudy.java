package io.argus.app.study;

import io.argus.app.research.AllocationStep;
import io.argus.app.runtime.Workers;
import io.argus.app.terminal.Progress;
import io.argus.domain.allocation.Allocation;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.numeric.RandomStream;
import io.argus.domain.numeric.RandomStreams;
import io.argus.evaluation.EvaluatedRun;
import io.argus.evaluation.StrategyEvaluator;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/**
 * Plants strategies whose true worth is known, lets a research cycle judge, admit and size them, and counts what it
 * funds. A cycle depends on its cell and its seed alone, so that results are the same for any number of threads.
 */
public final class ErrorRateStudy {

    /** The first session of every planted history. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2010, 1, 4);

    /** Of no consequence: every planted run tells the last day of its data. */
    private static final Instant RANKED_AT = Instant.EPOCH;

    /** A cell's random numbers start at its own number; those of the gates' bootstrap have small ones. */
    private static final int STREAM_SHIFT = 32;

    private final StudySettings settings;
    private final MarketHistory market;
    private final Workers workers;

    public ErrorRateStudy(StudySettings settings, MarketHistory market, Workers workers) {
        this.settings = settings;
        this.market = market;
        this.workers = workers;
    }

    /** Runs a cell's cycles, those of the seeds from 1 on. */
    public CellResult run(StudyCell cell, int seeds, Progress progress) {
        List<LocalDate> dates = sessions(cell.years() * PlantedReturns.DAYS_A_YEAR);
        List<Callable<Set<Integer>>> cycles = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            int own = seed;
            cycles.add(() -> {
                Set<Integer> funded = funded(plant(cell, own, dates));
                progress.step();
                return funded;
            });
        }
        return tally(cell, workers.inOrder(cycles));
    }

    /** The runs of a cycle, as its experiments would have given them. */
    List<EvaluatedRun> plant(StudyCell cell, int seed) {
        return plant(cell, seed, sessions(cell.years() * PlantedReturns.DAYS_A_YEAR));
    }

    private List<EvaluatedRun> plant(StudyCell cell, int seed, List<LocalDate> dates) {
        RandomStream random = new RandomStreams(seed).stream((long) cell.number() << STREAM_SHIFT);
        double[] path = market.draw(random, dates.size());
        double[][] returns = PlantedReturns.of(cell, path, random);
        List<EvaluatedRun> runs = new ArrayList<>();
        for (int trial = 0; trial < returns.length; trial++) {
            runs.add(PlantedRun.of(trial, dates, returns[trial], path, settings.startingCash(), settings.monteCarlo()));
        }
        return runs;
    }

    /** What a research cycle does after its experiments, on its first day: no trial is remembered from before. */
    AllocationStep.Result judge(List<EvaluatedRun> runs) {
        Map<String, EvaluatedRun> byId = new HashMap<>();
        runs.forEach(run -> byId.put(runId(run), run));
        return new AllocationStep()
                .allocate(
                        AllocationStep.Request.of(settings.evaluation(), settings.sizing(), settings.validFor()),
                        new StrategyEvaluator(settings.evaluation().settings()).evaluate(runs, List.of()),
                        RANKED_AT,
                        row -> Optional.ofNullable(byId.get(row.runId()))
                                .flatMap(run -> run.experiment().result().dailyReturns()));
    }

    /** The trials that are given a weight, by number. */
    private Set<Integer> funded(List<EvaluatedRun> runs) {
        Set<String> weighted = new HashSet<>();
        for (Allocation allocation : judge(runs).plan().plan().allocations()) {
            if (allocation.weight() != 0) {
                weighted.add(allocation.forecast().runId());
            }
        }
        Set<Integer> trials = new TreeSet<>();
        for (int trial = 0; trial < runs.size(); trial++) {
            if (weighted.contains(runId(runs.get(trial)))) {
                trials.add(trial);
            }
        }
        return trials;
    }

    private static String runId(EvaluatedRun run) {
        return run.experiment().manifest().runId();
    }

    private static CellResult tally(StudyCell cell, List<Set<Integer>> cycles) {
        List<Integer> seeds = new ArrayList<>();
        long nulls = 0;
        long edges = 0;
        for (int i = 0; i < cycles.size(); i++) {
            Set<Integer> trials = cycles.get(i);
            int real = !cell.isNull() && trials.contains(0) ? 1 : 0;
            edges += real;
            nulls += trials.size() - real;
            if (trials.size() > real) {
                seeds.add(i + 1);
            }
        }
        return new CellResult(cell, cycles.size(), seeds, nulls, edges);
    }

    private static List<LocalDate> sessions(int days) {
        TradingCalendar exchange = TradingCalendar.newYorkStockExchange();
        List<LocalDate> sessions = new ArrayList<>();
        LocalDate next = exchange.sessionOnOrAfter(FIRST_DAY);
        while (sessions.size() < days) {
            sessions.add(next);
            next = exchange.sessionOnOrAfter(next.plusDays(1));
        }
        return List.copyOf(sessions);
    }
}
