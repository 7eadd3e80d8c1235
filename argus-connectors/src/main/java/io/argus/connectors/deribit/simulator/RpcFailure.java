package io.argus.connectors.deribit.simulator;

/** An error to answer with. */
final class RpcFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int UNAUTHORIZED = 13009;
    private static final int INVALID_PARAMS = -32602;

    private final int code;

    RpcFailure(int code, String message) {
        super(message);
        this.code = code;
    }

    static RpcFailure unauthorized() {
        return new RpcFailure(UNAUTHORIZED, "unauthorized");
    }

    static RpcFailure invalidParameter(String name) {
        return new RpcFailure(INVALID_PARAMS, "Invalid params: " + name);
    }

    int code() {
        return code;
    }
}
