package io.ploy.connectors.polymarket.gamma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.fixture.LocalService;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.time.ManualTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GammaGroupsTest {
    private static final String COMMENT =
            "{\"id\":\"9\",\"body\":\"hm\",\"parentEntityType\":\"Event\",\"userAddress\":\"0xab\","
                    + "\"createdAt\":\"2026-08-19T10:00:00Z\",\"reactionCount\":2,\"profile\":{\"name\":\"n\"}}";

    private final LocalService venue = new LocalService(new ManualTime(Instant.parse("2026-11-25T12:00:00Z")));
    private final UnknownMembers unknown = new UnknownMembers();
    private final GammaGroups groups = new GammaGroups(venue.transport(), unknown);

    @AfterEach
    void stop() {
        venue.close();
    }

    @Test
    void seriesAreReadUntilAPageIsEmpty() throws InterruptedException {
        venue.answers(
                        "[{\"id\":\"1\",\"slug\":\"a\",\"recurrence\":\"15m\",\"active\":true},{\"id\":2,\"slug\":\"b\"}]")
                .answers("[]");

        Listing<GammaSeries> series = groups.series(List.of("a"), 10);

        assertThat(series.whole()).extracting(GammaSeries::id).containsExactly("1", "2");
        assertThat(venue.next()).isEqualTo("/series?slug=a&exclude_events=true&limit=50&offset=0");
        assertThat(venue.next()).isEqualTo("/series?slug=a&exclude_events=true&limit=50&offset=2");
        assertThat(unknown.total()).isZero();
    }

    @Test
    void singleSeriesAndTagsAreFound() throws InterruptedException {
        venue.answers("{\"id\":\"1\",\"slug\":\"a\"}")
                .answers("{\"id\":\"21\",\"label\":\"Crypto\",\"slug\":\"crypto\"}")
                .answers(404, "{}")
                .answers("[{\"id\":\"22\"}]");

        assertThat(groups.series("1")).map(GammaSeries::slug).contains("a");
        assertThat(groups.tag("21")).contains(new GammaTag("21", "Crypto", "crypto"));
        assertThat(groups.tagBySlug("none")).isEmpty();
        assertThat(groups.relatedTags("21")).extracting(GammaTag::id).containsExactly("22");

        assertThat(venue.next()).isEqualTo("/series/1?exclude_events=true");
        assertThat(venue.next()).isEqualTo("/tags/21");
        assertThat(venue.next()).isEqualTo("/tags/slug/none");
        assertThat(venue.next()).isEqualTo("/tags/21/related-tags/tags");
    }

    @Test
    void serverThatIgnoresThePlaceDoesNotLoopForEver() {
        venue.answers("[{\"id\":\"1\"}]").answers("[{\"id\":\"1\"}]");

        Listing<GammaTag> tags = groups.tags(500);

        assertThat(tags.end()).isEqualTo(Listing.End.REPEATED);
        assertThat(tags.items()).hasSize(1);
    }

    @Test
    void sportsTheirKindsOfMarketsAndTeamsAreRead() throws InterruptedException {
        venue.answers("[{\"sport\":\"nba\",\"tags\":\"1, 745,\",\"series\":\"2\",\"image\":\"x\"}]")
                .answers("{\"marketTypes\":[\"moneyline\",\"spreads\"]}")
                .answers("[{\"id\":42,\"name\":\"Lakers\",\"league\":\"nba\",\"abbreviation\":\"lal\",\"alias\":null}]")
                .answers("[]");

        assertThat(groups.sports()).containsExactly(new GammaSport("nba", "2", List.of("1", "745")));
        assertThat(groups.sportsMarketTypes()).containsExactly("moneyline", "spreads");
        assertThat(groups.teams(List.of("nba"), 10).whole())
                .containsExactly(new GammaTeam("42", "Lakers", "nba", "lal", ""));

        assertThat(venue.next()).isEqualTo("/sports");
        assertThat(venue.next()).isEqualTo("/sports/market-types");
        assertThat(venue.next()).isEqualTo("/teams?league=nba&limit=100&offset=0");
    }

    @Test
    void commentsArePagedByCommentsWithoutTheirAnswers() throws InterruptedException {
        venue.answers("[" + COMMENT + ",{\"id\":\"10\",\"parentCommentID\":\"9\"}]")
                .answers("[]");

        Listing<GammaComment> comments = groups.comments(new CommentSubject(CommentSubject.Kind.EVENT, "5"), 500);

        assertThat(comments.whole()).extracting(GammaComment::parentCommentId).containsExactly("", "9");
        assertThat(venue.next()).isEqualTo("/comments?parent_entity_type=Event&parent_entity_id=5&limit=100&offset=0");
        assertThat(venue.next())
                .isEqualTo("/comments?parent_entity_type=Event&parent_entity_id=5&limit=100&offset=100");
    }

    @Test
    void threadAndProfileAreRead() throws InterruptedException {
        venue.answers("[" + COMMENT + "]")
                .answers("{\"proxyWallet\":\"0xab\",\"name\":\"n\",\"verifiedBadge\":true,\"users\":[]}")
                .answers(404, "{\"type\":\"not found error\",\"error\":\"profile not found\"}");
        Address someone = new Address("0x56687bf447db6ffa42ffe2204a05edaa20f55839");

        assertThat(groups.commentThread("9"))
                .extracting(GammaComment::reactionCount)
                .containsExactly(2L);
        assertThat(groups.profile(someone)).map(GammaProfile::verified).contains(true);
        assertThat(groups.profile(someone)).isEmpty();

        assertThat(venue.next()).isEqualTo("/comments/9");
        assertThat(venue.next()).isEqualTo("/public-profile?address=" + someone.hex());
    }

    @Test
    void answersOfAnotherShapeAreUnreadable() {
        venue.answers("{\"sport\":\"nba\"}");

        assertThatExceptionOfType(RequestException.class)
                .isThrownBy(groups::sports)
                .satisfies(e -> assertThat(e.failure()).isEqualTo(Failure.UNREADABLE));
    }
}
