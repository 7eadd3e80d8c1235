package io.argus.app.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of threads. */
final class ThreadCount implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
        if (!text.matches("[1-9]\\d{0,3}")) {
            throw new TypeConversionException("takes a number from 1 to 9999, not \"" + text + "\"");
        }
        return Integer.valueOf(text);
    }
}
