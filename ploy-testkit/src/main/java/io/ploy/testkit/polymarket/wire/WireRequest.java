package io.ploy.testkit.polymarket.wire;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came in, whole.
 *
 * @param number counts the server's requests, from 1
 * @param api which service was asked
 * @param method upper case
 * @param path below the service's prefix, decoded, with a slash in front
 * @param query every parameter with its values, in the order given
 * @param headers by lower-case name; of repeated ones the last
 * @param body as UTF-8, may be empty
 * @param remote who asks, as address and port
 */
public record WireRequest(
        long number,
        Api api,
        String method,
        String path,
        Map<String, List<String>> query,
        Map<String, String> headers,
        String body,
        String remote) {
    /**
     * A header.
     *
     * @param name in any case
     * @return absent if it was not sent
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * A query parameter.
     *
     * @param name as the venue spells it
     * @return its first value; absent if it was not given
     */
    public Optional<String> parameter(String name) {
        List<String> values = query.getOrDefault(name, List.of());
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
    }
}
