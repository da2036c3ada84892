package io.ploy.core.backtest;

import io.ploy.api.market.RecordingStatistics;

/**
 * One recording that was read.
 *
 * @param name the file's name, without its folder
 * @param format the recording format's name
 * @param bytes its size as stored
 * @param sha256 of the bytes as stored, lower-case hex
 * @param statistics what was found in it
 */
public record DataFile(String name, String format, long bytes, String sha256, RecordingStatistics statistics) {}
