package io.argus.connectors.deribit.simulator;

/** An error to answer with. */
final class RpcFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;

    RpcFailure(int code, String message) {
        super(message);
        this.code = code;
    }

    int code() {
        return code;
    }
}
