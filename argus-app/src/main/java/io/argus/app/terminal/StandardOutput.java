package io.argus.app.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/**
 * What results are written to. A reader that has gone, as {@code head} has after ten lines, wants no more: what still comes
 * is dropped. All else that keeps bytes from being written is a failure. Not safe for threads; a {@code PrintStream} is.
 */
public final class StandardOutput extends OutputStream {

    private final OutputStream target;
    private boolean readerGone;

    public StandardOutput(OutputStream target) {
        this.target = target;
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

    /** The system's words are all there is to tell it by: "Broken pipe", "The pipe is being closed". */
    private static boolean isBrokenPipe(IOException failed) {
        return String.valueOf(failed.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }
}
