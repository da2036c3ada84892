package io.ploy.testkit.polymarket.client;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A WebSocket client that costs next to nothing: it reads frames and does not look at them. One thread at a time. */
public final class FrameClient implements AutoCloseable {
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int TEXT = 0x81;
    private static final int MASKED = 0x80;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;
    private static final int MOST_SHORT = 125;

    private final Socket socket;
    private final DataInputStream in;
    private byte[] payload = new byte[BUFFER_BYTES];

    public FrameClient(URI server) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES));
        String hello = "GET " + server.getPath() + " HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nUser-Agent: load\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n";
        socket.getOutputStream().write(hello.getBytes(StandardCharsets.US_ASCII));
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("no WebSocket: " + head);
            }
            head.append((char) next);
        }
        if (!head.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("no WebSocket: " + head);
        }
    }

    /** Sends a text, masked with zeros, which leave it as it is. */
    public void send(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean isShort = bytes.length <= MOST_SHORT;
        int head = isShort ? 6 : 8;
        byte[] frame = new byte[head + bytes.length];
        frame[0] = (byte) TEXT;
        frame[1] = (byte) (MASKED | (isShort ? bytes.length : TWO_BYTES));
        if (!isShort) {
            frame[2] = (byte) (bytes.length >> 8);
            frame[3] = (byte) bytes.length;
        }
        System.arraycopy(bytes, 0, frame, head, bytes.length);
        socket.getOutputStream().write(frame);
    }

    /** Reads a frame whole and says how long it is. */
    public int read() throws IOException {
        int kind = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        if (length == TWO_BYTES) {
            length = in.readUnsignedShort();
        } else if (length == EIGHT_BYTES) {
            length = (int) in.readLong();
        }
        if (length > payload.length) {
            payload = new byte[length];
        }
        in.readFully(payload, 0, length);
        if (kind != TEXT) {
            throw new IOException("not a whole text frame: " + kind);
        }
        return length;
    }

    /** The frame read last, of a length. */
    public String text(int length) {
        return new String(payload, 0, length, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
