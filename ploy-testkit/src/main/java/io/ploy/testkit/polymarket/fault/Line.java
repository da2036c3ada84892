package io.ploy.testkit.polymarket.fault;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.order.AccountId;
import io.ploy.testkit.polymarket.server.fault.LiveSocket;
import io.ploy.testkit.polymarket.wire.WireText;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A frame of a WebSocket as faults see it. On the venue's thread. */
public final class Line implements Occasion {
    private final LiveSocket socket;
    private final WireText text;
    private final FaultVenue venue;
    private @Nullable JsonNode json;

    /**
     * A frame.
     *
     * @param socket on which
     * @param text as the venue, and the faults before, have it
     * @param venue knows accounts
     */
    public Line(LiveSocket socket, WireText text, FaultVenue venue) {
        this.socket = socket;
        this.text = text;
        this.venue = venue;
    }

    /**
     * On which socket.
     *
     * @return the venue's end
     */
    public LiveSocket socket() {
        return socket;
    }

    /**
     * The frame.
     *
     * @return as it would be sent
     */
    public WireText text() {
        return text;
    }

    /**
     * The frame as JSON.
     *
     * @return a missing node if it is none
     */
    public JsonNode json() {
        if (json == null) {
            json = Ask.read(text.text());
        }
        return json;
    }

    /**
     * Whether it tells something, and is no answer to a ping.
     *
     * @return true for JSON that is not empty
     */
    public boolean tells() {
        return !json().isMissingNode() && !json().isEmpty();
    }

    /**
     * The kind of the event, of the first one if there are several.
     *
     * @return the venue's word, or an empty one
     */
    public String event() {
        return first().path("event_type").asText();
    }

    /**
     * The first event, or the only one.
     *
     * @return a missing node if there is none
     */
    public JsonNode first() {
        return json().isArray() ? json().path(0) : json();
    }

    /**
     * The outcomes it tells of.
     *
     * @return token ids
     */
    public Set<String> tokens() {
        Set<String> tokens = new LinkedHashSet<>();
        if (json().isArray()) {
            json().forEach(each -> tokens(each, tokens));
        } else {
            tokens(json(), tokens);
        }
        return tokens;
    }

    private static void tokens(JsonNode event, Set<String> tokens) {
        if (event.hasNonNull("asset_id")) {
            tokens.add(event.path("asset_id").asText());
        }
        event.path("price_changes")
                .forEach(change -> tokens.add(change.path("asset_id").asText()));
    }

    @Override
    public String words() {
        return socket.channel().name().toLowerCase(Locale.ROOT) + " socket " + socket.number() + " "
                + (tells() ? event() : "text");
    }

    @Override
    public boolean fits(Where where) {
        String account = where.account();
        return !where.namesARequest()
                && where.isChannel(socket.channel())
                && where.isSocket(socket.number())
                && (where.event() == null || where.isEvent(event()))
                && (where.market() == null
                        || where.isMarket(first().path("market").asText()))
                && (where.token() == null || tokens().stream().anyMatch(where::isToken))
                && (account == null || concerns(account));
    }

    private boolean concerns(String account) {
        return venue.state()
                .accounts()
                .account(new AccountId(account))
                .filter(holder -> text.text().contains(holder.wallet().checksummed()))
                .isPresent();
    }
}
