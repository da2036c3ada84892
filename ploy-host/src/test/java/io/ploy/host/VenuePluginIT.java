package io.ploy.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.ploy.api.order.AccountId;
import io.ploy.api.secret.Secret;
import io.ploy.api.venue.AccountCheck;
import io.ploy.api.venue.AccountSettings;
import io.ploy.api.venue.VenueConnection;
import io.ploy.api.venue.VenueConnector;
import io.ploy.api.venue.VenueContext;
import io.ploy.core.plugin.PluginCatalog;
import io.ploy.core.plugin.PluginLoader;
import io.ploy.core.signing.LocalKey;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The connector as the host has it: loaded from the plugins folder that was built, behind a class loader of its own. */
class VenuePluginIT {
    private static final AccountId MAIN = new AccountId("main");
    private static final String KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

    @Test
    void theConnectorFromThePluginsFolderSpeaksToAVenueForAKeyOfTheHost() throws Exception {
        HttpServer server = serve();
        try (PluginCatalog catalog = PluginLoader.load(
                        Path.of(System.getProperty("ploy.built")).resolve("plugins"));
                LocalKey key = LocalKey.of(new Secret(KEY.toCharArray()));
                VenueConnection connection = connector(catalog).connect(context(server, key))) {
            List<AccountCheck> checks = connection.account(MAIN).check();

            assertThat(connection.getClass().getClassLoader())
                    .isNotSameAs(getClass().getClassLoader());
            assertThat(checks)
                    .filteredOn(check -> check.subject().equals("credentials"))
                    .singleElement()
                    .satisfies(check -> assertThat(check.verdict()).isEqualTo(AccountCheck.Verdict.GOOD));
            assertThat(connection
                            .account(MAIN)
                            .reader()
                            .read()
                            .toCompletableFuture()
                            .join()
                            .collateral())
                    .hasToString("5");
        } finally {
            server.stop(0);
        }
    }

    private static VenueConnector connector(PluginCatalog catalog) {
        return catalog.providers(VenueConnector.class).stream()
                .filter(each -> each.name().equals("polymarket"))
                .findFirst()
                .orElseThrow();
    }

    private static VenueContext context(HttpServer server, LocalKey key) {
        String url = "http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort();
        Map<String, String> addresses = new HashMap<>();
        List.of("clobUrl", "gammaUrl", "dataUrl", "siteUrl").forEach(name -> addresses.put(name, url));
        return new VenueContext(
                Clock.systemUTC(),
                addresses,
                List.of(new AccountSettings(MAIN, key, Map.of("kind", "EOA"), Map.of())),
                alert -> {});
    }

    private static HttpServer serve() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String json = answer(exchange.getRequestURI().getPath());
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(json.equals("{}") ? 404 : 200, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
        server.start();
        return server;
    }

    private static String answer(String path) {
        return switch (path) {
            case "/version" -> "{\"version\":2}";
            case "/time" -> Long.toString(Clock.systemUTC().instant().getEpochSecond());
            case "/api/geoblock" -> "{\"blocked\":false,\"ip\":\"\",\"country\":\"IE\",\"region\":\"\"}";
            case "/auth/derive-api-key" -> "{\"apiKey\":\"key-1\",\"secret\":\"c2VjcmV0\",\"passphrase\":\"pass\"}";
            case "/auth/ban-status/closed-only" -> "{\"closed_only\":false}";
            case "/balance-allowance" -> "{\"balance\":\"5000000\",\"allowances\":{}}";
            case "/v2/positions" -> "{\"data\":[],\"pagination\":{\"has_more\":false,\"next_cursor\":null}}";
            case "/data/orders" -> "{\"data\":[],\"next_cursor\":\"LTE=\"}";
            default -> "{}";
        };
    }
}
