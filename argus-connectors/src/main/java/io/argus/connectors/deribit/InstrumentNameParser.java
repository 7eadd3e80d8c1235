package io.argus.connectors.deribit;

import io.argus.domain.option.OptionContract.Right;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The grammar of names. Case matters, and days have no leading zero. */
final class InstrumentNameParser {

    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");

    private static final String UNDERLYING = "(?<underlying>[A-Z0-9]+(?:_[A-Z0-9]+)?)";
    private static final String DAY = "[1-9][0-9]?(?:" + String.join("|", MONTHS) + ")[0-9]{2}";
    private static final String STRIKE = "[0-9]+(?:d[0-9]+)?";

    private static final Pattern SPOT = Pattern.compile("(?<base>[A-Z0-9]+)_(?<quote>[A-Z0-9]+)");
    private static final Pattern PERPETUAL = Pattern.compile(UNDERLYING + "-PERPETUAL");
    private static final Pattern FUTURE = Pattern.compile(UNDERLYING + "-(?<expiry>" + DAY + ")");
    private static final Pattern OPTION =
            Pattern.compile(UNDERLYING + "-(?<expiry>" + DAY + ")-(?<strike>" + STRIKE + ")-(?<right>[CP])");
    private static final Pattern FUTURE_COMBO =
            Pattern.compile(UNDERLYING + "-FS-(?<near>" + DAY + ")_(?<far>" + DAY + "|PERP)");
    private static final Pattern OPTION_COMBO =
            Pattern.compile(UNDERLYING + "-(?!FS-)(?<code>[A-Z][A-Z0-9]*)-(?<expiries>" + DAY + "(?:_" + DAY
                    + ")?)(?:-(?<strikes>" + STRIKE + "(?:_" + STRIKE + ")*))?");

    private InstrumentNameParser() {}

    static Optional<InstrumentName> find(String name) {
        try {
            return parse(name);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<InstrumentName> parse(String name) {
        Matcher option = OPTION.matcher(name);
        if (option.matches()) {
            return Optional.of(new InstrumentName.Option(
                    option.group("underlying"),
                    date(option.group("expiry")),
                    strike(option.group("strike")),
                    option.group("right").equals("C") ? Right.CALL : Right.PUT));
        }
        Matcher perpetual = PERPETUAL.matcher(name);
        if (perpetual.matches()) {
            return Optional.of(new InstrumentName.Perpetual(perpetual.group("underlying")));
        }
        Matcher future = FUTURE.matcher(name);
        if (future.matches()) {
            return Optional.of(new InstrumentName.Future(future.group("underlying"), date(future.group("expiry"))));
        }
        Matcher spot = SPOT.matcher(name);
        if (spot.matches()) {
            return Optional.of(new InstrumentName.Spot(spot.group("base"), spot.group("quote")));
        }
        return combo(name);
    }

    private static Optional<InstrumentName> combo(String name) {
        Matcher futures = FUTURE_COMBO.matcher(name);
        if (futures.matches()) {
            String far = futures.group("far");
            return Optional.of(new InstrumentName.FutureCombo(
                    futures.group("underlying"),
                    date(futures.group("near")),
                    far.equals("PERP") ? Optional.empty() : Optional.of(date(far))));
        }
        Matcher options = OPTION_COMBO.matcher(name);
        if (options.matches()) {
            return Optional.of(new InstrumentName.OptionCombo(
                    options.group("underlying"),
                    options.group("code"),
                    parts(options.group("expiries"))
                            .map(InstrumentNameParser::date)
                            .toList(),
                    options.group("strikes") == null
                            ? List.of()
                            : parts(options.group("strikes"))
                                    .map(InstrumentNameParser::strike)
                                    .toList()));
        }
        return Optional.empty();
    }

    static String text(LocalDate day) {
        String year = String.format(Locale.ROOT, "%02d", day.getYear() % 100);
        return day.getDayOfMonth() + MONTHS.get(day.getMonthValue() - 1) + year;
    }

    static String text(BigDecimal strike) {
        return strike.toPlainString().replace('.', 'd');
    }

    private static LocalDate date(String text) {
        int year = text.length() - 2;
        int month = year - 3;
        return LocalDate.of(
                2000 + Integer.parseInt(text.substring(year)),
                1 + MONTHS.indexOf(text.substring(month, year)),
                Integer.parseInt(text.substring(0, month)));
    }

    private static BigDecimal strike(String text) {
        return new BigDecimal(text.replace('d', '.'));
    }

    private static Stream<String> parts(String text) {
        return Arrays.stream(text.split("_", -1));
    }
}
