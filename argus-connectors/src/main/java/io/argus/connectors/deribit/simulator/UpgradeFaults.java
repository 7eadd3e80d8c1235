package io.argus.connectors.deribit.simulator;

import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Lets the opening of a WebSocket go wrong as an answer over HTTP can. */
final class UpgradeFaults extends Handler.Wrapper {

    private final Faults faults;

    UpgradeFaults(Faults faults, Handler handler) {
        super(handler);
        this.faults = faults;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (Request.getPathInContext(request).startsWith("/ws/")) {
            Optional<Fault> fault = faults.ofAnswer();
            if (fault.isPresent() && HttpEndpoint.broken(fault.get(), response, callback)) {
                return true;
            }
        }
        return super.handle(request, response, callback);
    }
}
