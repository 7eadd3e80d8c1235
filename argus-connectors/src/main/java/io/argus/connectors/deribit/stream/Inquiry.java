package io.argus.connectors.deribit.stream;

import io.argus.domain.ExchangeException;
import io.argus.domain.ExchangeException.Retry;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks for what was missed: one question at a time, again and again until it is answered, away from the stream's thread.
 * A question that comes up while one is under way is asked after it, for the answer to the first may be too old.
 *
 * @param <T> what is answered
 */
final class Inquiry<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Inquiry.class);

    private final Desk desk;
    private final Supplier<Supplier<T>> question;
    private final Consumer<T> answered;
    private final Runnable refused;
    private boolean asking;
    private boolean wanted;
    private int failures;

    /**
     * What all inquiries of a stream share.
     *
     * @param guard runs what is done with an answer, on the stream's thread, unless the stream has ended
     */
    record Desk(StreamHost host, StreamSettings settings, Timers timers, Consumer<Runnable> guard) {

        private void away(Runnable work) {
            execute(host.blocking(), work);
        }

        private void back(Runnable result) {
            execute(host.thread(), () -> guard.accept(result));
        }

        private static void execute(Executor executor, Runnable work) {
            try {
                executor.execute(work);
            } catch (RejectedExecutionException e) {
                LOG.debug("event=asked_after_the_end reason=\"{}\"", e.getMessage());
            }
        }
    }

    /**
     * @param question gives, on the stream's thread, what is to be asked away from it
     * @param answered told the answer, by the stream's thread
     * @param refused there will never be one
     */
    Inquiry(Desk desk, Supplier<Supplier<T>> question, Consumer<T> answered, Runnable refused) {
        this.desk = desk;
        this.question = question;
        this.answered = answered;
        this.refused = refused;
    }

    /** Whether an answer is being waited for. */
    boolean open() {
        return asking;
    }

    void ask() {
        wanted = true;
        if (!asking) {
            asking = true;
            send();
        }
    }

    private void send() {
        wanted = false;
        Supplier<T> blocking = question.get();
        desk.away(() -> {
            try {
                T answer = blocking.get();
                desk.back(() -> take(answer));
            } catch (RuntimeException e) {
                desk.back(() -> failed(e));
            }
        });
    }

    private void take(T answer) {
        failures = 0;
        boolean again = wanted;
        asking = again;
        answered.accept(answer);
        if (again) {
            // After the answer was taken, so that the next question begins where it ends.
            send();
        }
    }

    private void failed(RuntimeException problem) {
        // Only the exchange's own word is final. An answer that could not be read may come whole the next time.
        boolean hopeless = problem instanceof ExchangeException error
                && error.retry() == Retry.NEVER
                && error.code().isPresent();
        LOG.warn("event=missed_data_unanswered final={} reason=\"{}\"", hopeless, problem.getMessage());
        if (hopeless) {
            asking = false;
            refused.run();
        } else {
            Duration wait =
                    desk.settings().backOff(failures, desk.host().random().getAsDouble());
            failures++;
            desk.timers().after(wait, this::send);
        }
    }
}
