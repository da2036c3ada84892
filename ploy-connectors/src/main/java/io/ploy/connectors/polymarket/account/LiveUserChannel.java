package io.ploy.connectors.polymarket.account;

import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.stream.StreamMeans;
import io.ploy.connectors.polymarket.stream.UserStream;
import io.ploy.connectors.polymarket.stream.UserStreamListener;
import io.ploy.connectors.polymarket.stream.UserStreamSettings;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The venue's user channel, opened as soon as there are credentials for it. */
final class LiveUserChannel implements UserChannel {
    private static final Logger LOG = LoggerFactory.getLogger(LiveUserChannel.class);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(10);

    private final String name;
    private final UserStreamSettings settings;
    private final Credentials credentials;
    private final StreamMeans means;
    private final Executor worker;
    private @Nullable UserStream stream;
    private boolean refused;
    private boolean closed;

    /**
     * A channel that is not opened.
     *
     * @param name the account's, part of thread names
     * @param worker runs what waits for credentials
     */
    LiveUserChannel(
            String name, UserStreamSettings settings, Credentials credentials, StreamMeans means, Executor worker) {
        this.name = name;
        this.settings = settings;
        this.credentials = credentials;
        this.means = means;
        this.worker = worker;
    }

    @Override
    public void start(Listener listener) {
        credentials.whenRenewed(() -> renewed(listener));
        Workers.run(worker, () -> open(listener));
    }

    private void open(Listener listener) {
        try {
            credentials.get();
        } catch (RequestException e) {
            if (e.failure() == Failure.UNAUTHORIZED || e.failure() == Failure.REFUSED) {
                listener.refused(String.valueOf(e.getMessage()));
            } else {
                LOG.warn("no credentials for account {} yet, it is tried again: {}", name, e.getMessage());
            }
            means.time().after(AGAIN_AFTER, () -> start(listener));
            return;
        }
        UserStream opened = new UserStream(name, settings, credentials::get, new Told(listener), means);
        synchronized (this) {
            if (!closed) {
                stream = opened;
                opened.start();
                return;
            }
        }
        opened.close();
    }

    /** A stream that was turned down waits for minutes, which others than the refused credentials need not. */
    private void renewed(Listener listener) {
        UserStream turnedDown;
        synchronized (this) {
            if (!refused || stream == null) {
                return;
            }
            turnedDown = stream;
            stream = null;
            refused = false;
        }
        turnedDown.close();
        open(listener);
    }

    private synchronized void refused(boolean is) {
        refused = is;
    }

    @Override
    public void close() {
        UserStream open;
        synchronized (this) {
            closed = true;
            open = stream;
            stream = null;
        }
        if (open != null) {
            open.close();
        }
    }

    private final class Told implements UserStreamListener {
        private final Listener listener;

        Told(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void onConnected(long generation) {
            refused(false);
            listener.connected();
        }

        @Override
        public void onFrame(String frame) {
            listener.frame(frame);
        }

        @Override
        public void onLost(String reason) {
            listener.lost(reason);
        }

        @Override
        public void onRefused(String reason) {
            refused(true);
            credentials.refused();
            listener.refused(reason);
        }
    }
}
