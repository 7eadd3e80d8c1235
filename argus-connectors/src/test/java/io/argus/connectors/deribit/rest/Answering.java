package io.argus.connectors.deribit.rest;

import io.argus.connectors.deribit.DeribitAddress;
import io.argus.connectors.deribit.ratelimit.CreditLimiter;
import io.argus.connectors.deribit.ratelimit.CreditShare;
import io.argus.connectors.deribit.ratelimit.FakeTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/** A server that gives prepared answers, and a client of it on a clock of its own. */
final class Answering implements AutoCloseable {

    final FakeTime time = new FakeTime();
    final MockWebServer server = new MockWebServer();
    final CountedEvents counted = new CountedEvents();
    final DeribitRest rest;

    Answering() {
        try {
            server.start();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        rest = new DeribitRest(
                DeribitAddress.of("http://127.0.0.1:" + server.getPort()),
                new CreditLimiter(CreditShare.ALL, time, time),
                time,
                new RetrySettings(4, Duration.ofMillis(500), Duration.ofSeconds(30)),
                counted,
                1 << 20);
    }

    Answering body(int status, String body) {
        server.enqueue(new MockResponse.Builder().code(status).body(body).build());
        return this;
    }

    /** An answer with a result, in JSON with single quotes. */
    Answering result(String json) {
        return body(200, "{\"jsonrpc\":\"2.0\",\"result\":" + json.replace('\'', '"') + ",\"usIn\":1,\"usOut\":2}");
    }

    Answering error(int code) {
        return body(
                400,
                "{\"jsonrpc\":\"2.0\",\"error\":{\"message\":\"some_error\",\"data\":{\"reason\":\"because\"},\"code\":"
                        + code + "},\"usIn\":1,\"usOut\":2}");
    }

    /** What was asked so far, each with its parameters. */
    List<HttpUrl> asked() throws InterruptedException {
        List<HttpUrl> asked = new ArrayList<>();
        int count = server.getRequestCount();
        for (int i = 0; i < count; i++) {
            RecordedRequest request = server.takeRequest();
            asked.add(request.getUrl());
        }
        return asked;
    }

    static String fixture(String name) {
        try (InputStream in = Answering.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError("no fixture " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        rest.close();
        server.close();
    }
}
