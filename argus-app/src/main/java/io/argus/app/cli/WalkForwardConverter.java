package io.argus.app.cli;

import io.argus.research.experiment.StressSettings;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 504,126}: days to train on, then days to test on. */
final class WalkForwardConverter implements ITypeConverter<StressSettings.WalkForward> {

    private static final Pattern FORM = Pattern.compile("(?<train>[0-9]{1,7}),(?<test>[0-9]{1,7})");

    @Override
    public StressSettings.WalkForward convert(String value) {
        Matcher matcher = FORM.matcher(value);
        if (!matcher.matches()) {
            throw new TypeConversionException(
                    "expected days to train on and days to test on, such as 504,126, not \"" + value + "\"");
        }
        int train = Integer.parseInt(matcher.group("train"));
        int test = Integer.parseInt(matcher.group("test"));
        if (train < 2 || test < 1) {
            throw new TypeConversionException("a window has two days or more to train on and one or more to test on");
        }
        return new StressSettings.WalkForward(train, test, false);
    }
}
