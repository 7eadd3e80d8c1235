package io.argus.app.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * What results are written to. A reader that has gone, as {@code head} has after ten lines, wants no more: what still comes
 * is dropped. All else that keeps bytes from being written is a failure. Not safe for threads; a {@code PrintStream} is.
 */
public final class StandardOutput extends OutputStream {

    private final OutputStream target;
    private final Supplier<String> brokenPipe;
    private boolean readerGone;

    public StandardOutput(OutputStream target) {
        this(target, StandardOutput::ofBrokenPipe);
    }

    /**
     * @param brokenPipe what the system says when a pipe has no reader any more
     */
    StandardOutput(OutputStream target, Supplier<String> brokenPipe) {
        this.target = target;
        this.brokenPipe = brokenPipe;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        if (readerGone) {
            return;
        }
        try {
            target.write(bytes, from, count);
        } catch (IOException failed) {
            readerGone = isBrokenPipe(failed);
            if (!readerGone) {
                throw failed;
            }
        }
    }

    @Override
    public void flush() throws IOException {
        target.flush();
    }

    /** The system's words are all there is to tell it by: "Broken pipe", "The pipe is being closed", "Tubería rota". */
    private boolean isBrokenPipe(IOException failed) {
        String words = String.valueOf(failed.getMessage());
        return words.toLowerCase(Locale.ROOT).contains("pipe") || words.equals(brokenPipe.get());
    }

    /** Its words in the user's language, learnt from a pipe of our own. */
    private static String ofBrokenPipe() {
        try {
            Pipe pipe = Pipe.open();
            try (Pipe.SinkChannel sink = pipe.sink()) {
                pipe.source().close();
                sink.write(ByteBuffer.allocate(1));
            }
            return "";
        } catch (IOException broken) {
            return String.valueOf(broken.getMessage());
        }
    }
}
