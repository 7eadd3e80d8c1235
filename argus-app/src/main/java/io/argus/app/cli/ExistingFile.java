package io.argus.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the path of a file that must be there, also where a command comes to need none of it. */
final class ExistingFile implements ITypeConverter<Path> {

    private final PathConverter paths = new PathConverter();

    @Override
    public Path convert(String value) {
        Path file = paths.convert(value);
        if (!Files.isRegularFile(file)) {
            throw new TypeConversionException("no such file: " + file);
        }
        return file;
    }
}
