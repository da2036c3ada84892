package io.ploy.testkit.polymarket.client;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** An HTTP/1.1 connection that costs next to nothing, so that a load is the server's. One thread at a time. */
public final class KeepAliveConnection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final String LENGTH = "content-length: ";

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private byte[] buffer = new byte[64 * 1024];

    public KeepAliveConnection(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    public record Answer(int status, String body) {}

    /** Sends a whole request and waits for the whole answer. */
    public Answer exchange(byte[] request) throws IOException {
        out.write(request);
        int have = 0;
        int head = -1;
        while (head < 0) {
            have += read(have);
            head = endOfHead(have);
        }
        String headers = new String(buffer, 0, head, StandardCharsets.ISO_8859_1);
        int length = length(headers);
        while (have < head + length) {
            have += read(have);
        }
        int status = Integer.parseInt(headers.substring(STATUS_AT, STATUS_AT + 3));
        return new Answer(status, new String(buffer, head, length, StandardCharsets.UTF_8));
    }

    private int read(int have) throws IOException {
        if (have == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * have);
        }
        int count = in.read(buffer, have, buffer.length - have);
        if (count < 0) {
            throw new EOFException("the server closed a connection that was to be kept");
        }
        return count;
    }

    private int endOfHead(int have) {
        for (int i = 3; i < have; i++) {
            if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private static int length(String headers) {
        int at = headers.toLowerCase(Locale.ROOT).indexOf(LENGTH);
        return at < 0
                ? 0
                : Integer.parseInt(headers.substring(at + LENGTH.length(), headers.indexOf('\r', at))
                        .strip());
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
