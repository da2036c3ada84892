package io.ploy.connectors.polymarket.venue;

import io.ploy.api.plugin.Parameter;
import io.ploy.api.plugin.ParameterException;
import io.ploy.api.plugin.Parameters;
import io.ploy.api.signing.Address;
import io.ploy.api.venue.VenueMoney;
import io.ploy.connectors.polymarket.directory.DirectorySettings;
import io.ploy.connectors.polymarket.directory.MarketUniverse;
import io.ploy.connectors.polymarket.http.ClockSettings;
import io.ploy.connectors.polymarket.http.HttpSettings;
import io.ploy.connectors.polymarket.http.LimitSettings;
import io.ploy.connectors.polymarket.http.Purpose;
import io.ploy.connectors.polymarket.http.Service;
import io.ploy.connectors.polymarket.http.Timing;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Contract;
import io.ploy.connectors.polymarket.protocol.Exchanges;
import io.ploy.connectors.polymarket.stream.FeedSettings;
import io.ploy.connectors.polymarket.stream.UserStreamSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the values of the connection's parameters mean to its parts. */
final class ConnectionSettings {
    private static final Duration LONGEST_ATTEMPT = Duration.ofSeconds(4);

    private final Parameters values;

    ConnectionSettings(Map<String, String> given) {
        values = Parameters.parse(ConnectionParameters.ALL, given);
    }

    <T> T get(Parameter<T> parameter) {
        return values.get(parameter);
    }

    /** The value made into something else; what is wrong with it is said with the parameter's name. */
    private <T> T as(Parameter<String> parameter, Function<String, T> reader) {
        String text = values.get(parameter).trim();
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(parameter.name() + ": found '" + text + "': " + e.getMessage());
        }
    }

    List<String> list(Parameter<String> parameter) {
        return Arrays.stream(values.get(parameter).split(","))
                .map(String::trim)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    String stream(Parameter<String> parameter) {
        return as(parameter, text -> {
            URI address = URI.create(text);
            if (address.getHost() == null || !List.of("ws", "wss").contains(address.getScheme())) {
                throw new IllegalArgumentException("allowed an address such as wss://host/path");
            }
            return text;
        });
    }

    Exchanges exchanges() {
        Chain chain = values.get(ConnectionParameters.CHAIN);
        return new Exchanges(
                chain,
                contract(ConnectionParameters.CTF_EXCHANGE, Contract.CTF_EXCHANGE, chain),
                contract(ConnectionParameters.NEG_RISK_EXCHANGE, Contract.NEG_RISK_EXCHANGE, chain),
                contract(ConnectionParameters.POSITION_EXCHANGE, Contract.POSITION_EXCHANGE, chain));
    }

    private Address contract(Parameter<String> parameter, Contract published, Chain chain) {
        return as(parameter, text -> text.isEmpty() ? published.on(chain).orElseThrow() : new Address(text));
    }

    /** Real only at the published addresses and contracts; simulated on this machine. */
    VenueMoney money() {
        List<URI> orders =
                list(ConnectionParameters.CLOB_URL).stream().map(URI::create).toList();
        if (orders.stream().allMatch(address -> isHere(String.valueOf(address.getHost())))) {
            return VenueMoney.SIMULATED;
        }
        boolean isPublished = Stream.of(
                        ConnectionParameters.CHAIN,
                        ConnectionParameters.CLOB_URL,
                        ConnectionParameters.CTF_EXCHANGE,
                        ConnectionParameters.NEG_RISK_EXCHANGE,
                        ConnectionParameters.POSITION_EXCHANGE)
                .allMatch(parameter -> values.get(parameter).equals(parameter.defaultValue()));
        return isPublished ? VenueMoney.REAL : VenueMoney.UNKNOWN;
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.\\d{1,3}){3}");
    }

    HttpSettings http() {
        HttpSettings.Builder http = HttpSettings.builder();
        http.userAgent(as(ConnectionParameters.USER_AGENT, Function.identity()));
        endpoints(http, Service.CLOB, ConnectionParameters.CLOB_URL);
        endpoints(http, Service.GAMMA, ConnectionParameters.GAMMA_URL);
        endpoints(http, Service.DATA, ConnectionParameters.DATA_URL);
        endpoints(http, Service.RELAYER, ConnectionParameters.RELAYER_URL);
        endpoints(http, Service.SITE, ConnectionParameters.SITE_URL);
        for (Service service : Service.values()) {
            http.timing(service, Purpose.READ, timing(ConnectionParameters.READ_DEADLINE));
            http.timing(service, Purpose.CANCEL, timing(ConnectionParameters.CANCEL_DEADLINE));
        }
        http.timing(Service.CLOB, Purpose.ORDER, timing(ConnectionParameters.ORDER_DEADLINE));
        LimitSettings usual = LimitSettings.defaults();
        http.limits(new LimitSettings(
                usual.rules(), usual.tiers(), values.get(ConnectionParameters.CANCEL_RESERVE), usual.pause()));
        http.clock(values.get(ConnectionParameters.VENUE_CLOCK) ? ClockSettings.defaults() : ClockSettings.off());
        return http.build();
    }

    private Timing timing(Parameter<Duration> parameter) {
        Duration deadline = values.get(parameter);
        return new Timing(deadline, deadline.compareTo(LONGEST_ATTEMPT) < 0 ? deadline : LONGEST_ATTEMPT);
    }

    private void endpoints(HttpSettings.Builder http, Service service, Parameter<String> parameter) {
        as(parameter, text -> {
            URI[] all = list(parameter).stream().map(URI::create).toArray(URI[]::new);
            if (all.length == 0) {
                throw new IllegalArgumentException("allowed one address or more");
            }
            return http.endpoints(service, all[0], Arrays.copyOfRange(all, 1, all.length));
        });
    }

    MarketUniverse universe() {
        long liquidity = values.get(ConnectionParameters.MINIMUM_LIQUIDITY).micros();
        MarketUniverse.Builder universe = MarketUniverse.builder();
        as(ConnectionParameters.SLUGS, text -> universe.slugs(list(ConnectionParameters.SLUGS)));
        return universe.series(list(ConnectionParameters.SERIES))
                .tagSlugs(list(ConnectionParameters.TAGS))
                .events(list(ConnectionParameters.EVENTS))
                .conditions(list(ConnectionParameters.CONDITIONS))
                .minimumLiquidity(liquidity == 0 ? null : BigDecimal.valueOf(liquidity, 6))
                .most(values.get(ConnectionParameters.MOST_MARKETS))
                .build();
    }

    DirectorySettings directory() {
        DirectorySettings usual = DirectorySettings.defaults();
        return new DirectorySettings(
                values.get(ConnectionParameters.REFRESH),
                usual.termsAge(),
                usual.termsAtOnce(),
                usual.keepFinished(),
                usual.mostKnown(),
                usual.mostScanned());
    }

    FeedSettings feed() {
        FeedSettings usual = FeedSettings.of(stream(ConnectionParameters.MARKET_STREAM_URL));
        return new FeedSettings(
                usual.url(),
                usual.socket().withUserAgent(values.get(ConnectionParameters.USER_AGENT)),
                values.get(ConnectionParameters.ASSETS_PER_SOCKET),
                usual.assetsPerMessage(),
                usual.gatherFor(),
                usual.customFeatures(),
                values.get(ConnectionParameters.CHECK_BOOKS),
                usual.connectsAtOnce(),
                usual.connectWindow(),
                usual.snapshotWithin(),
                usual.quietAfter(),
                usual.rereadsAtOnce(),
                usual.graceForStream(),
                usual.silentAfter(),
                usual.lookEvery(),
                usual.conflateAbove(),
                usual.capacity(),
                usual.closeWithin());
    }

    UserStreamSettings userStream() {
        UserStreamSettings usual = UserStreamSettings.of(stream(ConnectionParameters.USER_STREAM_URL));
        return new UserStreamSettings(
                usual.url(),
                usual.socket().withUserAgent(values.get(ConnectionParameters.USER_AGENT)),
                usual.markets(),
                usual.waitingLimit(),
                usual.closeWithin());
    }
}
