package io.argus.connectors.deribit.simulator;

import io.argus.connectors.deribit.DeribitAddress;
import io.argus.connectors.deribit.ratelimit.CreditShare;
import io.argus.domain.ConfigException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

/**
 * The exchange on one port of this machine, over HTTP and WebSocket. Its market is a function of the clock that it is
 * given; nothing is pushed but by {@link #tick}. Its threads are its server's and end with {@link #close}.
 */
public final class DeribitSimulator implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final int THREADS = 16;

    private final Exchange exchange;
    private final Server server;
    private final ServerConnector connector;
    private final Faults faults = new Faults();
    private final Set<WebSocketEndpoint> sockets = ConcurrentHashMap.newKeySet();

    private DeribitSimulator(int port, SimulatedMarket market, InstantSource clock, CreditShare credits) {
        exchange = new Exchange(market, clock, credits, faults);
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
        threads.setName("argus-simulator");
        threads.setDaemon(true);
        server = new Server(threads);
        connector = new ServerConnector(server, 1, 1);
        connector.setHost(HOST);
        connector.setPort(port);
        server.addConnector(connector);
        WebSocketUpgradeHandler webSocket = WebSocketUpgradeHandler.from(server, container -> {
            container.setIdleTimeout(Duration.ofMinutes(15));
            container.addMapping(
                    DeribitAddress.WEB_SOCKET_PATH,
                    (request, response, callback) -> new WebSocketEndpoint(exchange, sockets));
        });
        webSocket.setHandler(new HttpEndpoint(exchange));
        server.setHandler(new UpgradeFaults(faults, webSocket));
    }

    /**
     * Starts an exchange.
     *
     * @param port 0 for any that is free
     * @param credits how much of the published limits there are before requests are refused
     * @throws ConfigException when the port is taken
     */
    public static DeribitSimulator start(int port, SimulatedMarket market, InstantSource clock, CreditShare credits) {
        DeribitSimulator simulator = new DeribitSimulator(port, market, clock, credits);
        try {
            simulator.server.start();
        } catch (Exception e) {
            simulator.close();
            throw new ConfigException("--port", "cannot listen on " + HOST + ":" + port + ": " + e.getMessage());
        }
        return simulator;
    }

    /** Where it is reached. */
    public DeribitAddress address() {
        return DeribitAddress.of(base());
    }

    /** Scheme, host and port. */
    public String base() {
        return "http://" + HOST + ":" + connector.getLocalPort();
    }

    /** What is to go wrong. */
    public Faults faults() {
        return faults;
    }

    /** Tells every subscriber what has happened since the tick before. */
    public void tick() {
        sockets.forEach(WebSocketEndpoint::tick);
    }

    /** How many connections over WebSocket there are. */
    public int connections() {
        return sockets.size();
    }

    /** How many requests were refused for want of credits. */
    long unpaid() {
        return exchange.unpaid();
    }

    /** What has gone over the connections that are open. */
    Traffic traffic() {
        List<WebSocketEndpoint> open = List.copyOf(sockets);
        int ending =
                (int) open.stream().filter(each -> each.outgoing().ending()).count();
        // What came in first: nothing can be answered before that.
        long received = open.stream().mapToLong(WebSocketEndpoint::received).sum();
        long sent = open.stream().mapToLong(each -> each.outgoing().sent()).sum();
        return new Traffic(open.size(), ending, received, sent);
    }

    /**
     * Messages over WebSocket.
     *
     * @param connections that are open
     * @param ending how many of them the exchange is about to end
     * @param received that have been handled
     * @param sent whether they have arrived or not
     */
    record Traffic(int connections, int ending, long received, long sent) {}

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the simulator's server did not stop", e);
        }
    }
}
