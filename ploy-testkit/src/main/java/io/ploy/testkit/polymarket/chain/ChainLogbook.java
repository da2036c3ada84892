package io.ploy.testkit.polymarket.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is in blocks. It remembers so many transactions. */
final class ChainLogbook {
    private static final int REMEMBERED = 10_000;

    private final Map<String, Receipt> byHash = new LinkedHashMap<>();
    private final NavigableMap<Long, List<Receipt>> byBlock = new TreeMap<>();

    void add(Receipt receipt) {
        byHash.put(receipt.transaction().hash(), receipt);
        byBlock.computeIfAbsent(receipt.block(), block -> new ArrayList<>()).add(receipt);
        while (byHash.size() > REMEMBERED) {
            byBlock.pollFirstEntry()
                    .getValue()
                    .forEach(old -> byHash.remove(old.transaction().hash()));
        }
    }

    void remove(String hash) {
        Receipt removed = byHash.remove(hash);
        if (removed != null) {
            byBlock.computeIfPresent(
                    removed.block(),
                    (block, receipts) -> receipts.stream()
                            .filter(each -> !each.equals(removed))
                            .collect(Collectors.toCollection(ArrayList::new)));
        }
    }

    Optional<Receipt> find(String hash) {
        return Optional.ofNullable(byHash.get(hash));
    }

    List<Receipt> in(long block) {
        return byBlock.getOrDefault(block, List.of());
    }

    /** Oldest first. */
    List<Receipt> between(long from, long to) {
        if (from > to) {
            return List.of();
        }
        return byBlock.subMap(from, true, to, true).values().stream()
                .flatMap(List::stream)
                .toList();
    }
}
