package io.argus.connectors.deribit.stream;

import io.argus.connectors.deribit.DeribitAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** Opens connections over WebSocket. */
final class Sockets {

    private static final int NORMAL = 1000;

    /** More than any message, of which the longest is the first book of a busy instrument. */
    private static final int LONGEST_MESSAGE = 16 << 20;

    private final Request request;
    private final WebSocket.Factory factory;

    Sockets(DeribitAddress address, WebSocket.Factory factory) {
        this.factory = factory;
        request = new Request.Builder().url(address.webSocket().toString()).build();
    }

    /**
     * @param threads each connection is read on one of them
     */
    static Sockets of(DeribitAddress address, ExecutorService threads) {
        return new Sockets(
                address,
                new OkHttpClient.Builder()
                        .dispatcher(new Dispatcher(threads))
                        .connectTimeout(Duration.ofSeconds(10))
                        .readTimeout(Duration.ZERO)
                        .build());
    }

    /** What happens to a connection, told by the thread that reads it. */
    interface Events {

        void opened();

        void message(String text);

        /** Told at least once, and nothing after it matters. */
        void ended(String reason);
    }

    /** A connection that is open or being opened. */
    record Connection(WebSocket socket) {

        /** Sends, if the connection has not ended; that it has is told as an event. */
        void send(String text) {
            boolean sent = socket.send(text);
            if (!sent) {
                socket.cancel();
            }
        }

        /** Says goodbye. */
        void close() {
            socket.close(NORMAL, "bye");
        }

        /** Drops a connection that may not answer any more. */
        void abandon() {
            socket.cancel();
        }
    }

    Connection open(Events events) {
        return new Connection(factory.newWebSocket(request, new WebSocketListener() {
            @Override
            public void onOpen(WebSocket socket, Response response) {
                events.opened();
            }

            @Override
            public void onMessage(WebSocket socket, String text) {
                if (text.length() > LONGEST_MESSAGE) {
                    socket.cancel();
                    events.ended("a message of " + text.length() + " characters");
                } else {
                    events.message(text);
                }
            }

            @Override
            public void onClosing(WebSocket socket, int code, String reason) {
                socket.close(NORMAL, null);
                events.ended("closed with " + code);
            }

            @Override
            public void onFailure(WebSocket socket, Throwable problem, Response response) {
                events.ended(Optional.ofNullable(response)
                        .map(answer -> "HTTP status " + answer.code())
                        .orElseGet(() -> String.valueOf(problem.getMessage())));
            }
        }));
    }
}
