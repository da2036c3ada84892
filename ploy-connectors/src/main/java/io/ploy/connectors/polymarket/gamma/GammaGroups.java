package io.ploy.connectors.polymarket.gamma;

import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.http.Call;
import io.ploy.connectors.polymarket.http.Transport;
import io.ploy.connectors.polymarket.json.Answers;
import io.ploy.connectors.polymarket.json.JsonValue;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.paging.Offsets;
import io.ploy.connectors.polymarket.paging.Page;
import io.ploy.connectors.polymarket.paging.Pager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what the venue's catalogue groups markets by, and what people say about them: series, tags, sports, comments and
 * profiles.
 *
 * <p><b>Threading.</b> Thread-safe. Calls wait.
 *
 * <p><b>Errors.</b> A lookup throws {@link io.ploy.connectors.polymarket.http.RequestException}; a list says how far it
 * came.
 */
public final class GammaGroups {
    private static final int MOST_SERIES = 50;
    private static final int MOST_OTHERS = 100;

    private final Answers answers;

    /**
     * A client.
     *
     * @param transport carries the requests
     * @param unknown told of members nobody knows
     */
    public GammaGroups(Transport transport, UnknownMembers unknown) {
        this.answers = new Answers(transport, unknown);
    }

    /**
     * Series.
     *
     * @param slugs their short names; none for all
     * @param most how many are wanted
     */
    public Listing<GammaSeries> series(Collection<String> slugs, int most) {
        Call call = Parameters.NONE.all("slug", slugs).on(GammaClient.get("/series"));
        return list(call.query("exclude_events", "true"), MOST_SERIES, most, GammaSeries::read, GammaSeries::id);
    }

    /** A series by the catalogue's number. */
    public Optional<GammaSeries> series(String id) {
        return answers.find(
                GammaClient.get("/series/" + GammaClient.encoded(id)).query("exclude_events", "true"),
                GammaSeries::read);
    }

    /** Tags, as many as are wanted. */
    public Listing<GammaTag> tags(int most) {
        return list(GammaClient.get("/tags"), MOST_OTHERS, most, GammaTag::read, GammaTag::id);
    }

    /** A tag by the catalogue's number. */
    public Optional<GammaTag> tag(String id) {
        return answers.find(GammaClient.get("/tags/" + GammaClient.encoded(id)), GammaTag::read);
    }

    /** A tag by its short name. */
    public Optional<GammaTag> tagBySlug(String slug) {
        return answers.find(GammaClient.get("/tags/slug/" + GammaClient.encoded(slug)), GammaTag::read);
    }

    /** The tags related to one, by its number. */
    public List<GammaTag> relatedTags(String id) {
        return answers.read(
                GammaClient.get("/tags/" + GammaClient.encoded(id) + "/related-tags/tags"),
                answer -> answer.list(GammaTag::read));
    }

    /** The sports there are markets on. */
    public List<GammaSport> sports() {
        return answers.read(GammaClient.get("/sports"), answer -> answer.list(GammaSport::read));
    }

    /** The kinds of markets there are on sports, such as {@code moneyline}. */
    public List<String> sportsMarketTypes() {
        return answers.read(
                GammaClient.get("/sports/market-types"),
                answer -> answer.object(in -> in.required("marketTypes").list(JsonValue::id)));
    }

    /**
     * Teams.
     *
     * @param leagues the venue's short names of their leagues; none for all
     * @param most how many are wanted
     */
    public Listing<GammaTeam> teams(Collection<String> leagues, int most) {
        Call call = Parameters.NONE.all("league", leagues).on(GammaClient.get("/teams"));
        return list(call, MOST_OTHERS, most, GammaTeam::read, GammaTeam::id);
    }

    /**
     * Comments, each followed by the answers to it.
     *
     * @param subject what they are about
     * @param most how many are wanted
     */
    public Listing<GammaComment> comments(CommentSubject subject, int most) {
        Call call = GammaClient.get("/comments")
                .query("parent_entity_type", subject.kind().word())
                .query("parent_entity_id", subject.id());
        // A page counts comments without the answers that come along, so places are counted in pages.
        return Pager.read(
                most,
                cursor -> {
                    long before = cursor == null ? 0 : Long.parseLong(cursor);
                    Page<GammaComment> page = answers.read(
                            Offsets.at(call, MOST_OTHERS, cursor), answer -> Page.of(answer, null, GammaComment::read));
                    return page.rows() == 0 ? page : page.followedBy(Long.toString(before + MOST_OTHERS));
                },
                GammaComment::id);
    }

    /** The comment with a number, what it answers and what answers it. */
    public List<GammaComment> commentThread(String id) {
        return answers.read(
                GammaClient.get("/comments/" + GammaClient.encoded(id)), answer -> answer.list(GammaComment::read));
    }

    /** What an account shows of itself, by the address of its key or its wallet. */
    public Optional<GammaProfile> profile(Address address) {
        return answers.find(GammaClient.get("/public-profile").query("address", address.hex()), GammaProfile::read);
    }

    private <T> Listing<T> list(Call call, int size, int most, Function<JsonValue, T> entry, Function<T, Object> key) {
        return Pager.read(
                most,
                cursor -> Offsets.after(
                        answers.read(Offsets.at(call, size, cursor), answer -> Page.of(answer, null, entry)), cursor),
                key);
    }
}
