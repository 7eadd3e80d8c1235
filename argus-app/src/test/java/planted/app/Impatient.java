package planted.app;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Helps itself to a thread, to time and to chance. */
public final class Impatient {

    private Impatient() {}

    @SuppressWarnings("JavaUtilDate")
    public static Date when() throws InterruptedException {
        Thread thread = new Thread(Command::run);
        CompletableFuture.runAsync(thread::start).join();
        TimeUnit.MILLISECONDS.sleep(new Random().nextInt(10));
        return Date.from(Instant.now().plusMillis(Clock.systemUTC().millis()));
    }
}
