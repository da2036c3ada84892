package io.ploy.core.persistence.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and a server, and can swallow the server's next answer and cut the connection: the server did
 * what it was asked, and the client never hears of it.
 */
public final class CuttingProxy implements AutoCloseable {
    private final int target;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean swallowsNext = new AtomicBoolean();
    private final AtomicBoolean isDown = new AtomicBoolean();
    private final AtomicInteger cuts = new AtomicInteger();

    public CuttingProxy(int target) throws IOException {
        this.target = target;
        listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** The next answer is swallowed, and its connection cut. */
    public void swallowNextAnswer() {
        swallowsNext.set(true);
    }

    public int cuts() {
        return cuts.get();
    }

    /** Cuts everything and takes no more connections. */
    public void down() {
        isDown.set(true);
        open.forEach(CuttingProxy::close);
    }

    public void up() {
        isDown.set(false);
    }

    private void accept() {
        try {
            while (!listening.isClosed()) {
                Socket client = listening.accept();
                if (isDown.get()) {
                    close(client);
                    continue;
                }
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(client);
                open.add(server);
                daemon(() -> pump(client, server, false));
                daemon(() -> pump(server, client, true));
            }
        } catch (IOException e) {
            if (!listening.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void pump(Socket from, Socket to, boolean answers) {
        byte[] buffer = new byte[64 << 10];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (answers && swallowsNext.compareAndSet(true, false)) {
                    cuts.incrementAndGet();
                    break;
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // Cut, here or by either side.
        } finally {
            close(from);
            close(to);
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        down();
    }
}
