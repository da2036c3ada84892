package io.ploy.host.demo;

import java.nio.file.Path;

/**
 * How a demo ended.
 *
 * @param last how things stood at the end
 * @param plugin the plugin the strategy came from
 * @param journal the folder of the journal
 * @param strikes how often the venue misbehaved
 */
public record DemoOutcome(DemoFrame last, String plugin, Path journal, long strikes) {}
