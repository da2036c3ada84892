package io.ploy.connectors.polymarket.stream;

import io.ploy.connectors.polymarket.time.TimeSource;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;

/**
 * What streams are made with. A stream closes none of it.
 *
 * @param client opens connections
 * @param time for everything that waits
 * @param random draws the waits by lot; thread-safe if several streams share it
 */
public record StreamMeans(OkHttpClient client, TimeSource time, RandomGenerator random) {}
