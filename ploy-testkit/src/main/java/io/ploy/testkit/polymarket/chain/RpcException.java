package io.ploy.testkit.polymarket.chain;

/** A node refuses a request, by number and in words. */
final class RpcException extends RuntimeException {
    static final int PARSE = -32700;
    static final int REQUEST = -32600;
    static final int METHOD = -32601;
    static final int PARAMETERS = -32602;
    static final int SERVER = -32000;

    /** A call that reverted. */
    static final int REVERTED = 3;

    private static final long serialVersionUID = 1L;

    private final int code;
    private final String data;

    RpcException(int code, String message) {
        this(code, message, "");
    }

    /** With data, 0x and hexadecimal digits; none if it is empty. */
    RpcException(int code, String message, String data) {
        super(message, null, false, false);
        this.code = code;
        this.data = data;
    }

    int code() {
        return code;
    }

    String data() {
        return data;
    }
}
