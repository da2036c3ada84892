package io.ploy.connectors.polymarket.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers each connection with bytes given beforehand, whatever they are, and closes it. */
final class RawServer implements AutoCloseable {
    private final ServerSocket socket;
    private final List<String> answers;
    private final AtomicInteger requests = new AtomicInteger();
    private final Semaphore closed = new Semaphore(0);
    private final Thread thread;

    RawServer(String... answers) {
        this.answers = List.of(answers);
        try {
            this.socket = new ServerSocket(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.thread = new Thread(this::serve, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        for (String answer : answers) {
            try (Socket client = socket.accept()) {
                readRequest(client);
                client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
                client.getOutputStream().flush();
            } catch (IOException e) {
                return; // closed by the test
            }
            closed.release();
        }
    }

    private void readRequest(Socket client) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        int length = 0;
        String line = reader.readLine();
        while (line != null && !line.isEmpty()) {
            if (line.startsWith("Content-Length: ")) {
                length = Integer.parseInt(line.substring("Content-Length: ".length()));
            }
            line = reader.readLine();
        }
        while (length > 0 && reader.read() >= 0) {
            length--;
        }
        requests.incrementAndGet();
    }

    URI address() {
        return URI.create("http://localhost:" + socket.getLocalPort());
    }

    int requests() {
        return requests.get();
    }

    /** Waits until one more connection has been closed. */
    void awaitClosed() throws InterruptedException {
        closed.acquire();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
