package io.argus.connectors.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class FileFaultTest {

    @ParameterizedTest
    @MethodSource
    void isToldInWords(IOException fault, String words) {
        assertThat(FileFault.reason(fault)).isEqualTo(words).doesNotContain("Exception");
    }

    static Stream<Object[]> isToldInWords() {
        return Stream.of(
                new Object[] {new AccessDeniedException("/x"), "no permission"},
                new Object[] {new NoSuchFileException("/x"), "there is no /x"},
                new Object[] {new NotDirectoryException("/x"), "/x is no folder"},
                new Object[] {new DirectoryNotEmptyException("/x"), "/x is a folder"},
                new Object[] {new FileSystemLoopException("/x"), "/x is a link that leads back to itself"},
                new Object[] {new FileSystemException("/x", null, "No space left on device"), "No space left on device"
                },
                new Object[] {new IOException("Is a directory"), "Is a directory"},
                new Object[] {new IOException(), "the system does not say why"});
    }
}
