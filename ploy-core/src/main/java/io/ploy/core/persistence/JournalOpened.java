package io.ploy.core.persistence;

/**
 * What was found when a journal was opened.
 *
 * @param records how many records it holds
 * @param tornBytes how many bytes at its very end were cut because the last write before a crash was not finished; no
 *     record in them had become durable
 */
public record JournalOpened(long records, long tornBytes) {}
