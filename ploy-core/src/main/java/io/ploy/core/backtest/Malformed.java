package io.ploy.core.backtest;

/**
 * A row of a recording that was left out.
 *
 * @param file the file's name, without its folder
 * @param line which line or element, from 1
 * @param problem what was found and what was expected
 */
public record Malformed(String file, long line, String problem) {}
