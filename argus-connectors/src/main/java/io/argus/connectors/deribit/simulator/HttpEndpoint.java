package io.argus.connectors.deribit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.connectors.deribit.DeribitAddress;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** Methods called by their path, parameters in the query, or by a JSON-RPC document posted to the root of the API. */
final class HttpEndpoint extends Handler.Abstract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OVERSIZED_BYTES = 70 << 20;

    private final Exchange exchange;

    HttpEndpoint(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (!path.startsWith(DeribitAddress.HTTP_PATH)) {
            return false;
        }
        Optional<Fault> fault = exchange.faults.ofAnswer();
        if (fault.isPresent() && broken(fault.get(), response, callback)) {
            return true;
        }
        ObjectNode answer;
        try {
            if (fault.isPresent()) {
                throw RpcFailure.unauthorized();
            }
            JsonNode call = call(request, path);
            exchange.pay(call.path("method").asText());
            answer = exchange.envelope();
            if (call.has("id")) {
                answer.set("id", call.path("id"));
            }
            answer.set("result", exchange.call(call.path("method").asText(), call.path("params")));
        } catch (RpcFailure e) {
            answer = exchange.failure(e);
            response.setStatus(400);
        }
        write(response, "application/json", answer.toString(), callback);
        return true;
    }

    private static JsonNode call(Request request, String path) throws Exception {
        if (request.getMethod().equals("POST")) {
            return JSON.readTree(Content.Source.asString(request));
        }
        ObjectNode call = JsonNodeFactory.instance.objectNode();
        call.put(
                "method",
                path.length() > DeribitAddress.HTTP_PATH.length()
                        ? path.substring(DeribitAddress.HTTP_PATH.length() + 1)
                        : "");
        ObjectNode parameters = call.putObject("params");
        for (Fields.Field field : Request.extractQueryParameters(request)) {
            parameters.put(field.getName(), field.getValue());
        }
        return call;
    }

    /** Answers with what is no answer; false when the fault is one of Deribit's own errors. */
    static boolean broken(Fault fault, Response response, Callback callback) {
        switch (fault) {
            case TOO_MANY_CONNECTIONS -> {
                response.setStatus(429);
                write(response, "text/html", "<html><body>Too Many Requests</body></html>", callback);
            }
            case WEB_PAGE -> {
                response.setStatus(502);
                write(response, "text/html", "<html><body>Bad Gateway</body></html>", callback);
            }
            case MALFORMED_JSON -> write(response, "application/json", "{\"jsonrpc\":\"2.0\",\"result\":{", callback);
            case OVERSIZED -> write(response, "application/json", "\"" + "x".repeat(OVERSIZED_BYTES), callback);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void write(Response response, String type, String text, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        Content.Sink.write(response, true, text, callback);
    }
}
