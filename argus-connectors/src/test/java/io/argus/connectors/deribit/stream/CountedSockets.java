package io.argus.connectors.deribit.stream;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;

/** Real connections, of which it is known how many messages went each way, so that none is under way unnoticed. */
final class CountedSockets implements WebSocket.Factory {

    private final OkHttpClient client = new OkHttpClient();
    private final Runnable changed;
    private volatile Optional<Wire> newest = Optional.empty();
    private final AtomicLong opened = new AtomicLong();

    CountedSockets(Runnable changed) {
        this.changed = changed;
    }

    @Override
    public WebSocket newWebSocket(Request request, WebSocketListener listener) {
        Wire wire = new Wire(listener, request);
        newest = Optional.of(wire);
        opened.incrementAndGet();
        wire.socket = Optional.of(client.newWebSocket(request, wire));
        return wire;
    }

    /** How many connections were tried in all. */
    long opened() {
        return opened.get();
    }

    /** Whether there is no connection. */
    boolean ended() {
        return newest.map(wire -> wire.phase == Phase.ENDED).orElse(true);
    }

    /** Whether there is one that is neither being opened nor closed. */
    boolean open() {
        return newest.map(wire -> wire.phase == Phase.OPEN).orElse(false);
    }

    long sent() {
        return newest.map(wire -> wire.sent.get()).orElse(0L);
    }

    long received() {
        return newest.map(wire -> wire.received.get()).orElse(0L);
    }

    void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private enum Phase {
        OPENING,
        OPEN,
        CLOSING,
        ENDED
    }

    private final class Wire extends WebSocketListener implements WebSocket {

        private final WebSocketListener listener;
        private final Request request;
        private final AtomicLong sent = new AtomicLong();
        private final AtomicLong received = new AtomicLong();
        private volatile Optional<WebSocket> socket = Optional.empty();
        private volatile Phase phase = Phase.OPENING;

        private Wire(WebSocketListener listener, Request request) {
            this.listener = listener;
            this.request = request;
        }

        @Override
        public void onOpen(WebSocket opened, Response response) {
            listener.onOpen(this, response);
            become(Phase.OPEN);
        }

        @Override
        public void onMessage(WebSocket from, String text) {
            listener.onMessage(this, text);
            received.incrementAndGet();
            changed.run();
        }

        @Override
        public void onClosing(WebSocket from, int code, String reason) {
            become(Phase.CLOSING);
            listener.onClosing(this, code, reason);
        }

        @Override
        public void onClosed(WebSocket from, int code, String reason) {
            listener.onClosed(this, code, reason);
            become(Phase.ENDED);
        }

        @Override
        public void onFailure(WebSocket from, Throwable problem, Response response) {
            listener.onFailure(this, problem, response);
            become(Phase.ENDED);
        }

        @Override
        public boolean send(String text) {
            sent.incrementAndGet();
            return socket.orElseThrow().send(text);
        }

        @Override
        public boolean send(ByteString bytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean close(int code, String reason) {
            become(Phase.CLOSING);
            return socket.orElseThrow().close(code, reason);
        }

        @Override
        public void cancel() {
            become(Phase.CLOSING);
            socket.orElseThrow().cancel();
        }

        @Override
        public long queueSize() {
            return socket.orElseThrow().queueSize();
        }

        @Override
        public Request request() {
            return request;
        }

        private synchronized void become(Phase next) {
            if (next.compareTo(phase) > 0) {
                phase = next;
                changed.run();
            }
        }
    }
}
