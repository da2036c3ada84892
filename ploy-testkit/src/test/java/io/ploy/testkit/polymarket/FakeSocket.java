package io.ploy.testkit.polymarket;

import io.ploy.testkit.polymarket.wire.WireSocket;
import java.util.ArrayList;
import java.util.List;

/** Records what a service says. */
public final class FakeSocket implements WireSocket {
    private final long number;
    private final List<String> sent = new ArrayList<>();
    private int closeCode;

    public FakeSocket(long number) {
        this.number = number;
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public void send(String text) {
        if (isOpen()) {
            sent.add(text);
        }
    }

    @Override
    public void close(int code, String reason) {
        closeCode = code;
    }

    @Override
    public boolean isOpen() {
        return closeCode == 0;
    }

    /** Zero while it is open. */
    public int closeCode() {
        return closeCode;
    }

    /** What was said since this was asked last. */
    public List<String> take() {
        List<String> taken = List.copyOf(sent);
        sent.clear();
        return taken;
    }
}
