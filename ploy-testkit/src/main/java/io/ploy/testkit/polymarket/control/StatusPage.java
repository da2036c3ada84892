package io.ploy.testkit.polymarket.control;

import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the venue is doing now, for a browser: a page that asks the other paths every second. */
final class StatusPage {
    private StatusPage() {}

    static WireAnswer answer() {
        try (InputStream page = StatusPage.class.getResourceAsStream("page.html")) {
            if (page == null) {
                throw new IllegalStateException("page.html is missing");
            }
            return new WireAnswer(
                    200,
                    Map.of("Content-Type", "text/html; charset=utf-8"),
                    new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read page.html", e);
        }
    }
}
