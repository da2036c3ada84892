package io.ploy.core.backtest;

/**
 * A file in a data folder that was not read.
 *
 * @param name the file's name, without its folder
 * @param reason why, for people
 */
public record SkippedFile(String name, String reason) {}
