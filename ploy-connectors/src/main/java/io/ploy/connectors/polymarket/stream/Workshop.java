package io.ploy.connectors.polymarket.stream;

import io.ploy.connectors.polymarket.time.TimeSource;
import java.util.random.RandomGenerator;
import okhttp3.OkHttpClient;

/** What every socket of one stream is made with: the means, and the stream's own turn. */
record Workshop(OkHttpClient client, TimeSource time, RandomGenerator random, Turn turn) {
    static Workshop of(StreamMeans means) {
        return new Workshop(means.client(), means.time(), means.random(), new Turn(means.time()));
    }
}
