package io.ploy.core.track;

import io.ploy.api.money.Cash;

/**
 * What a strategy did in one event, or in one market that belongs to none.
 *
 * @param name {@code event …} or {@code market …}
 * @param fills how many there were
 * @param net what it earned, after fees; what is still held counts at its last mark
 */
public record TrackedEntry(String name, int fills, Cash net) {}
