package io.argus.connectors.deribit.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import io.argus.connectors.deribit.Answers;
import io.argus.connectors.deribit.DeribitAddress;
import io.argus.connectors.deribit.DeribitErrors;
import io.argus.connectors.deribit.ratelimit.CreditLimiter;
import io.argus.domain.ExchangeException;
import io.argus.domain.ExchangeException.Retry;
import io.argus.research.port.Meter;
import io.argus.research.port.Waiter;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Calls Deribit's public methods over HTTP: pays first, sends, and sends again what failed by something that passes.
 * All of it happens on the caller's thread. Safe for any number of threads.
 */
public final class DeribitRest implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeribitRest.class);

    /** After so many somebody who waits for the answer wonders what is going on. */
    private static final int ATTEMPTS_UNNOTICED = 3;

    /** More than any answer, of which the longest list every option of a currency. */
    private static final long LONGEST_ANSWER = 64L << 20;

    private final long longestAnswer;
    private final DeribitAddress address;
    private final OkHttpClient client;
    private final CreditLimiter credits;
    private final Meter meter;
    private final FailsafeExecutor<JsonNode> retries;
    private volatile boolean closed;

    /** One that nobody watches. */
    public DeribitRest(DeribitAddress address, CreditLimiter credits, Waiter waiter, RetrySettings settings) {
        this(address, credits, waiter, settings, Meter.none());
    }

    /**
     * @param meter told of requests, of waits for credits and of retries
     */
    public DeribitRest(
            DeribitAddress address, CreditLimiter credits, Waiter waiter, RetrySettings settings, Meter meter) {
        this(address, credits, waiter, settings, meter, LONGEST_ANSWER);
    }

    DeribitRest(
            DeribitAddress address,
            CreditLimiter credits,
            Waiter waiter,
            RetrySettings settings,
            Meter meter,
            long longestAnswer) {
        this.address = address;
        this.meter = meter;
        this.longestAnswer = longestAnswer;
        this.credits = credits;
        client = new OkHttpClient.Builder()
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(Duration.ofSeconds(20))
                .callTimeout(Duration.ofSeconds(40))
                .followRedirects(false)
                .build();
        retries = Failsafe.with(policy(settings)).with(new CallerScheduler(waiter));
    }

    /**
     * The result of a method.
     *
     * @param method full name, such as {@code public/ticker}
     * @throws ExchangeException when it fails, and goes on failing where that helps
     * @throws CancellationException when the thread is interrupted, or this was closed
     */
    JsonNode call(String method, Map<String, ?> parameters) {
        try {
            return retries.getAsync(() -> attempt(method, parameters)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        }
    }

    /** Ends the connections. Nothing is sent any more. */
    @Override
    public void close() {
        closed = true;
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private JsonNode attempt(String method, Map<String, ?> parameters) {
        try {
            Duration waited = credits.acquire(method);
            if (!waited.isZero()) {
                meter.waited(waited);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled(e);
        }
        if (closed) {
            throw new CancellationException("closed");
        }
        meter.count(Meter.Event.REQUEST);
        try (Response response = client.newCall(request(method, parameters)).execute()) {
            return result(method, response);
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw cancelled(e);
            }
            throw DeribitErrors.unreachable(method, e);
        } catch (ExchangeException e) {
            if (e.code().orElse(0) == DeribitErrors.TOO_MANY_REQUESTS) {
                credits.drain(method);
            }
            throw e;
        }
    }

    private Request request(String method, Map<String, ?> parameters) {
        HttpUrl.Builder url =
                HttpUrl.get(address.http().toString()).newBuilder().addPathSegments(method);
        parameters.forEach((name, value) -> url.addQueryParameter(name, value.toString()));
        return new Request.Builder().url(url.build()).build();
    }

    /** The body is read before the status: errors come with a status of their own, and the body says which they are. */
    private JsonNode result(String method, Response response) throws IOException {
        if (response.body().source().request(longestAnswer + 1)) {
            throw DeribitErrors.unreadable(method, "an answer of more than " + longestAnswer + " bytes", Retry.NEVER);
        }
        String text = response.body().string();
        JsonNode answer;
        try {
            answer = Answers.parse(method, text);
        } catch (ExchangeException e) {
            throw response.isSuccessful() ? e : status(method, response.code());
        }
        if (!response.isSuccessful() && !answer.path("error").isObject()) {
            throw status(method, response.code());
        }
        return Answers.result(method, answer);
    }

    private static ExchangeException status(String method, int status) {
        boolean passes = status == 429 || status >= 500;
        return DeribitErrors.unreadable(method, "HTTP status " + status, passes ? Retry.BACK_OFF : Retry.NEVER);
    }

    private RetryPolicy<JsonNode> policy(RetrySettings settings) {
        return RetryPolicy.<JsonNode>builder()
                .handleIf(problem -> problem instanceof ExchangeException error && error.retry() == Retry.BACK_OFF)
                .withMaxAttempts(settings.attempts())
                .withBackoff(settings.firstWait(), settings.longestWait())
                .withJitter(0.25)
                .onRetryScheduled(event -> {
                    meter.count(Meter.Event.RETRY);
                    LOG.atLevel(event.getAttemptCount() < ATTEMPTS_UNNOTICED ? Level.INFO : Level.WARN)
                            .log(
                                    "event=retry attempt={} wait_ms={} reason=\"{}\"",
                                    event.getAttemptCount(),
                                    event.getDelay().toMillis(),
                                    event.getLastException().getMessage());
                })
                .build();
    }

    private static CancellationException cancelled(Exception cause) {
        CancellationException cancelled = new CancellationException("interrupted");
        cancelled.initCause(cause);
        return cancelled;
    }
}
