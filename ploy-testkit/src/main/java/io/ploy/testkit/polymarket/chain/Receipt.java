package io.ploy.testkit.polymarket.chain;

import java.util.List;

/**
 * A transaction in a block.
 *
 * @param transaction what was asked
 * @param block number of the block
 * @param index its place in the block
 * @param success whether it was carried out
 * @param reason why not; empty if it was
 * @param gasUsed of what it might use
 * @param logs what contracts told
 * @param firstLog the place of its first log in the block
 */
public record Receipt(
        ChainTransaction transaction,
        long block,
        int index,
        boolean success,
        String reason,
        long gasUsed,
        List<ChainLog> logs,
        int firstLog) {
    /** Copies the logs. */
    public Receipt {
        logs = List.copyOf(logs);
    }
}
