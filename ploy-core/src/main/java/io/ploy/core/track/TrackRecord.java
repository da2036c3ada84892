package io.ploy.core.track;

import io.ploy.api.money.Cash;
import io.ploy.core.deployment.EntryStatistics;
import io.ploy.core.deployment.Figures;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a strategy did in a period.
 *
 * @param entries by name
 * @param maxDrawdown the largest fall of profit from a high; looked at with every fill, resolution and mark in the journal
 * @param worstDay the lowest profit of a day in UTC, below zero for a loss
 * @param carried events of which something was held before; they belong to the time before and are left out
 * @param unknownFees fills of which nobody knows what they cost
 * @param unread records that could not be read
 */
public record TrackRecord(
        List<TrackedEntry> entries, Cash maxDrawdown, Cash worstDay, int carried, int unknownFees, int unread) {
    /** Copies the list. */
    public TrackRecord {
        entries = List.copyOf(entries);
    }

    /** As evidence has them. */
    public Figures figures() {
        List<Cash> profits = entries.stream().map(TrackedEntry::net).toList();
        return new Figures(
                entries.size(),
                EntryStatistics.total(profits),
                EntryStatistics.tStatistic(profits),
                maxDrawdown,
                OptionalDouble.empty(),
                worstDay);
    }
}
