package io.ploy.testkit.execution;

import io.ploy.api.order.PreparedOrder;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * I21: no send begins after its intent is out of date, by the engine's record of it and by the venue's sight of its bytes,
 * the first and every later one.
 */
final class SentInTime {
    /** From the first byte until a busy machine has read the whole request. */
    private static final Duration TRANSIT = Duration.ofMillis(1500);

    private final Map<String, PreparedOrder> byHash = new HashMap<>();
    private final Map<String, PreparedOrder> byBody = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();

    static List<String> wrong(JournalStore journal, WireWatch wire) {
        SentInTime read = new SentInTime();
        journal.replay((sequence, at, record) -> read.take(at, record));
        wire.sent().forEach(read::arrived);
        return read.wrong;
    }

    private void take(Instant at, JournalRecord record) {
        if (record instanceof JournalRecord.OrderPrepared prepared) {
            PreparedOrder order = prepared.order();
            byHash.put(order.venueOrderId().value(), order);
            byBody.put(new String(order.body(), StandardCharsets.UTF_8), order);
        } else if (record instanceof JournalRecord.SendStarted send) {
            PreparedOrder order = byHash.get(send.order().value());
            if (order != null && at.isAfter(order.doNotSendAfter())) {
                wrong.add("I21: send " + send.number() + " of " + order.id() + " began at " + at + ", allowed until "
                        + order.doNotSendAfter());
            }
        }
    }

    private void arrived(WireWatch.Sent sent) {
        PreparedOrder order = byBody.get(sent.body());
        if (order != null && sent.at().isAfter(order.doNotSendAfter().plus(TRANSIT))) {
            wrong.add("I21: " + order.id() + " came at " + sent.at() + ", to be sent until " + order.doNotSendAfter());
        }
    }
}
