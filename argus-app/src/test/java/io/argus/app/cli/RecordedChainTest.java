package io.argus.app.cli;

import com.google.inject.Guice;
import com.google.inject.Stage;
import io.argus.app.wiring.AdapterModule;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.option.BlackScholes;
import io.argus.domain.option.EuropeanOption;
import io.argus.domain.option.ImpliedVolatility;
import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.option.VolatilitySolver;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.Pack;
import io.argus.research.port.PackStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Implied volatility on a real chain: American options on GOOG at no interest, so that early exercise adds little. */
@Tag("recorded")
class RecordedChainTest {

    private static final Path FOLDER = Path.of(System.getProperty("argus.recorded", "."), "lean");
    private static final TradingCalendar CALENDAR = TradingCalendar.newYorkStockExchange();
    private static final double CLOSE = 748.40;

    private static Pack pack = Pack.builder().build();

    @TempDir
    private Path folder;

    private final VolatilitySolver solver = new VolatilitySolver();

    @BeforeAll
    static void read() throws IOException {
        pack = RecordedChain.read(FOLDER);
    }

    @Test
    void everyQuoteIsSolvedOrSaysWhyNot() {
        Map<ImpliedVolatility.Reason, Integer> inTheMoneyReasons = new EnumMap<>(ImpliedVolatility.Reason.class);
        int inTheMoney = 0;
        int outOfTheMoney = 0;
        int notTwoSided = 0;
        int expiring = 0;
        ChainSeries chains = pack.chains().get(0);
        for (int snapshot = 0; snapshot < chains.size(); snapshot++) {
            OptionChain chain = chains.chain(snapshot);
            for (int row = 0; row < chain.size(); row++) {
                if (!twoSided(chain, row)) {
                    notTwoSided++;
                } else if (chain.expiryMs(row) == chain.receivedMs()) {
                    expiring++;
                } else if (isInTheMoney(chain, row)) {
                    inTheMoney++;
                    solve(chain, row);
                    solver.reason().ifPresent(reason -> inTheMoneyReasons.merge(reason, 1, Integer::sum));
                } else {
                    outOfTheMoney++;
                    assertThat(solve(chain, row)).isTrue();
                    assertThat(Math.abs(repriced(chain, row) / middle(chain, row) - 1))
                            .isLessThanOrEqualTo(1e-8);
                }
            }
        }
        int below = inTheMoneyReasons.getOrDefault(ImpliedVolatility.Reason.BELOW_INTRINSIC, 0);
        double share = below / (double) inTheMoney;
        print(
                "%d out of the money solved, %d in the money of which %d below intrinsic (%.2f %%), %d not two-sided,"
                        + " %d in their last minute",
                outOfTheMoney, inTheMoney, below, 100 * share, notTwoSided, expiring);
        assertThat(inTheMoneyReasons.keySet()).isSubsetOf(Set.of(ImpliedVolatility.Reason.BELOW_INTRINSIC));
        assertThat(share).isBetween(0.12, 0.15);
    }

    /** Within 5 % of spot, more than five days to expiry, at the last two-sided quotes of the session. */
    @Test
    void callsAndPutsOfOneStrikeAgree() {
        Map<String, double[]> last = new TreeMap<>();
        ChainSeries chains = pack.chains().get(0);
        for (int snapshot = 0; snapshot < chains.size(); snapshot++) {
            OptionChain chain = chains.chain(snapshot);
            for (int row = 0; row < chain.size(); row++) {
                if (twoSided(chain, row)) {
                    double[] pair = last.computeIfAbsent(
                            chain.expiryMs(row) + " " + chain.strike(row), each -> new double[] {0, 0});
                    pair[chain.right(row) == Right.CALL ? 0 : 1] =
                            nearTheMoney(chain, row) && solve(chain, row) ? solver.volatility() : 0;
                }
            }
        }
        double[] gaps = last.values().stream()
                .filter(pair -> pair[0] > 0 && pair[1] > 0)
                .mapToDouble(pair -> Math.abs(pair[0] - pair[1]))
                .sorted()
                .toArray();
        print("call less put over %d strikes: median %.5f, p95 %.5f", gaps.length, at(gaps, 0.5), at(gaps, 0.95));
        assertThat(gaps).hasSizeGreaterThan(200);
        assertThat(at(gaps, 0.5)).isLessThanOrEqualTo(0.01);
        assertThat(at(gaps, 0.95)).isLessThanOrEqualTo(0.025);
    }

    /** From the file's own volatilities, which do not follow from its prices. */
    @Test
    void deltasFollowFromTheirVolatilities() throws IOException {
        List<Double> errors = new ArrayList<>();
        for (String line : Files.readAllLines(FOLDER.resolve("goog_option_universe_20151224.csv"))) {
            String[] fields = line.split(",", -1);
            if (!line.startsWith("#") && !fields[0].isEmpty() && Double.parseDouble(fields[9]) > 0) {
                LocalDate expiry = LocalDate.parse(fields[0], DateTimeFormatter.BASIC_ISO_DATE);
                EuropeanOption option = EuropeanOption.onForward(
                        fields[2].equals("C") ? Right.CALL : Right.PUT,
                        CLOSE,
                        Double.parseDouble(fields[1]),
                        EuropeanOption.years(CALENDAR.closeMs(RecordedChain.DAY), CALENDAR.closeMs(expiry)),
                        0);
                double delta = BlackScholes.greeks(option, Double.parseDouble(fields[9]))
                        .delta();
                errors.add(Math.abs(delta - Double.parseDouble(fields[10])));
            }
        }
        double[] sorted = errors.stream().mapToDouble(each -> each).sorted().toArray();
        print("deltas of %d options: median error %.5f, p95 %.5f", sorted.length, at(sorted, 0.5), at(sorted, 0.95));
        assertThat(sorted).hasSizeGreaterThan(1_500);
        assertThat(at(sorted, 0.5)).isLessThanOrEqualTo(0.005);
    }

    @Test
    void theTruthMapIsPrinted() {
        Path file = folder.resolve("goog.pack");
        Guice.createInjector(Stage.PRODUCTION, new AdapterModule())
                .getInstance(PackStore.class)
                .save(file, pack);
        InProcess argus = new InProcess();
        assertThat(argus.run("iv-map", "--pack", file.toString()))
                .as(argus.err())
                .isZero();
        print("%s", argus.out());
        assertThat(argus.out()).contains("lean").contains("solved");
    }

    private boolean solve(OptionChain chain, int row) {
        double years = EuropeanOption.years(chain.receivedMs(), chain.expiryMs(row));
        return solver.trySolve(chain.right(row), underlying(chain), chain.strike(row), years, middle(chain, row));
    }

    private double repriced(OptionChain chain, int row) {
        double years = EuropeanOption.years(chain.receivedMs(), chain.expiryMs(row));
        return BlackScholes.forwardPrice(
                chain.right(row), underlying(chain), chain.strike(row), solver.volatility() * Math.sqrt(years));
    }

    private static boolean twoSided(OptionChain chain, int row) {
        return chain.bid(row) > 0 && chain.ask(row) >= chain.bid(row);
    }

    private static boolean isInTheMoney(OptionChain chain, int row) {
        double above = underlying(chain) - chain.strike(row);
        return chain.right(row) == Right.CALL ? above > 0 : above < 0;
    }

    private static boolean nearTheMoney(OptionChain chain, int row) {
        boolean later = chain.expiryMs(row) - chain.receivedMs() > 5 * 86_400_000L;
        return later && Math.abs(chain.strike(row) / underlying(chain) - 1) <= 0.05;
    }

    private static double middle(OptionChain chain, int row) {
        return (chain.bid(row) + chain.ask(row)) / 2;
    }

    private static double underlying(OptionChain chain) {
        return chain.underlyingPrice().orElseThrow();
    }

    private static double at(double[] sorted, double quantile) {
        return sorted[(int) (quantile * (sorted.length - 1))];
    }

    /** The figures are the point of this test. */
    @SuppressWarnings("SystemOut")
    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
