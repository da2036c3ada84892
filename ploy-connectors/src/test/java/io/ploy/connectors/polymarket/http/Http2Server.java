package io.ploy.connectors.polymarket.http;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * A server that speaks HTTP/2 frame by frame, so that it can say what a whole server would not. It knows no headers: a
 * request is a stream whose client has ended its side.
 */
final class Http2Server implements AutoCloseable {
    private static final HeldCertificate CERTIFICATE =
            new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
    private static final int PREFACE_BYTES = 24;
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int RST_STREAM = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int END_STREAM = 1;
    private static final int ACK = 1;
    private static final int END_HEADERS = 4;

    private final SSLServerSocket listening;
    private final List<SSLSocket> accepted = new CopyOnWriteArrayList<>();
    private final List<Integer> requests = new CopyOnWriteArrayList<>();
    private final Script script;

    /** What the server does once a request has come whole. */
    @FunctionalInterface
    interface Script {
        void came(int stream, Http2Server.Frames out) throws IOException;
    }

    /** What the server says on one connection. */
    static final class Frames {
        private static final byte[] STATUS_200 = {(byte) 0x88};

        private final SSLSocket socket;
        private final DataOutputStream out;

        private Frames(SSLSocket socket) throws IOException {
            this.socket = socket;
            this.out = new DataOutputStream(socket.getOutputStream());
        }

        private void frame(int type, int flags, int stream, byte[] payload) throws IOException {
            out.writeByte(payload.length >>> 16);
            out.writeShort(payload.length);
            out.writeByte(type);
            out.writeByte(flags);
            out.writeInt(stream);
            out.write(payload);
            out.flush();
        }

        private static byte[] ints(int... values) {
            ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
            for (int value : values) {
                bytes.putInt(value);
            }
            return bytes.array();
        }

        /** A good answer without a body. */
        void answer(int stream) throws IOException {
            frame(HEADERS, END_HEADERS | END_STREAM, stream, STATUS_200);
        }

        /** A good answer whose body is still to come. */
        void beginAnswer(int stream) throws IOException {
            frame(HEADERS, END_HEADERS, stream, STATUS_200);
        }

        void reset(int stream, int code) throws IOException {
            frame(RST_STREAM, 0, stream, ints(code));
        }

        /** No request above this one was or will be looked at. */
        void goAway(int last, int code) throws IOException {
            frame(GOAWAY, 0, 0, ints(last, code));
        }

        void close() throws IOException {
            socket.close();
        }
    }

    Http2Server(Script script) throws IOException {
        this.script = script;
        HandshakeCertificates certificates =
                new HandshakeCertificates.Builder().heldCertificate(CERTIFICATE).build();
        listening = (SSLServerSocket) certificates
                .sslContext()
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept, "http2-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                SSLSocket socket = (SSLSocket) listening.accept();
                accepted.add(socket);
                SSLParameters parameters = socket.getSSLParameters();
                parameters.setApplicationProtocols(new String[] {"h2"});
                socket.setSSLParameters(parameters);
                Thread thread = new Thread(() -> serve(socket), "http2-connection");
                thread.setDaemon(true);
                thread.start();
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(SSLSocket socket) {
        try (socket) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            in.readFully(new byte[PREFACE_BYTES]);
            Frames out = new Frames(socket);
            out.frame(SETTINGS, 0, 0, new byte[0]);
            while (true) {
                int length = (in.readUnsignedByte() << 16) | in.readUnsignedShort();
                int type = in.readUnsignedByte();
                int flags = in.readUnsignedByte();
                int stream = in.readInt();
                byte[] payload = in.readNBytes(length);
                boolean acknowledged = (flags & ACK) != 0;
                if ((type == SETTINGS || type == PING) && !acknowledged) {
                    out.frame(type, ACK, 0, type == PING ? payload : new byte[0]);
                } else if ((type == HEADERS || type == DATA) && (flags & END_STREAM) != 0) {
                    requests.add(stream);
                    script.came(stream, out);
                }
            }
        } catch (EOFException e) {
            // the client is done
        } catch (IOException e) {
            // the connection is gone, by the script or by the client
        }
    }

    /** The streams of the requests that came whole, in their order. */
    List<Integer> requests() {
        return requests;
    }

    int connections() {
        return accepted.size();
    }

    URI address() {
        return URI.create("https://localhost:" + listening.getLocalPort());
    }

    /** Trusts this server. */
    static OkHttpClient client() {
        HandshakeCertificates certificates = new HandshakeCertificates.Builder()
                .addTrustedCertificate(CERTIFICATE.certificate())
                .build();
        return new OkHttpClient.Builder()
                .sslSocketFactory(certificates.sslSocketFactory(), certificates.trustManager())
                .build();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (SSLSocket each : accepted) {
            each.close();
        }
    }
}
