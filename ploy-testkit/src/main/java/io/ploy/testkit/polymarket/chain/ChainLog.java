package io.ploy.testkit.polymarket.chain;

import io.ploy.api.signing.Address;
import java.util.List;

/**
 * Something a contract told.
 *
 * @param contract who
 * @param topics 0x and 64 hexadecimal digits each; the first says what
 * @param data 0x and hexadecimal digits
 */
public record ChainLog(Address contract, List<String> topics, String data) {
    /** Copies the topics. */
    public ChainLog {
        topics = List.copyOf(topics);
    }
}
