package io.argus.app.terminal;

import io.argus.domain.ConfigException;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads a value that must not be seen: without echo from a person, or the whole of standard input. */
public final class SecretInput {

    private static final int LIMIT = 64 * 1024;

    private final InputStream input;
    private final Optional<Console> console;

    /**
     * @param console where a person sits; empty when input and output are not both a terminal
     */
    public SecretInput(InputStream input, Optional<Console> console) {
        this.input = input;
        this.console = console;
    }

    /**
     * The value without the end of its last line. The caller overwrites it when done.
     *
     * @throws ConfigException when there is none, it is longer than 64 KB, or it is no UTF-8
     */
    public char[] read(String name) {
        char[] value = console.map(person -> typed(person, name)).orElseGet(this::piped);
        if (value.length == 0) {
            throw new ConfigException("standard input", "holds no value; pipe it in, or type it at the prompt");
        }
        return value;
    }

    private static char[] typed(Console person, String name) {
        char[] value = person.readPassword("%s: ", name);
        return value == null ? new char[0] : value;
    }

    private char[] piped() {
        byte[] bytes;
        try {
            bytes = input.readNBytes(LIMIT + 1);
        } catch (IOException e) {
            throw new ConfigException("standard input", "cannot be read: " + e.getMessage());
        }
        try {
            if (bytes.length > LIMIT) {
                throw new ConfigException("standard input", "is longer than any secret: 64 KB at most");
            }
            return withoutLineEnd(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)));
        } catch (CharacterCodingException e) {
            throw new ConfigException(
                    "standard input", "is not UTF-8 text; what is kept would not be the value that was meant");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static char[] withoutLineEnd(CharBuffer text) {
        int end = text.limit();
        while (end > 0 && (text.get(end - 1) == '\n' || text.get(end - 1) == '\r')) {
            end--;
        }
        char[] value = Arrays.copyOf(text.array(), end);
        Arrays.fill(text.array(), '\0');
        return value;
    }
}
