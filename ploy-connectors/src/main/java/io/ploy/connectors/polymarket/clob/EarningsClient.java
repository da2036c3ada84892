package io.ploy.connectors.polymarket.clob;

import io.ploy.connectors.polymarket.http.Authorization;
import io.ploy.connectors.polymarket.http.Call;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.Service;
import io.ploy.connectors.polymarket.http.Transport;
import io.ploy.connectors.polymarket.json.Answers;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.paging.Cursors;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.paging.Page;
import io.ploy.connectors.polymarket.paging.Pager;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What an account's resting orders earn. Every request is signed with the account's credentials.
 *
 * <p><b>Threading.</b> Thread-safe. Calls wait; never call on the engine thread.
 *
 * <p><b>Errors.</b> A list says how far it came. Everything else throws {@link RequestException} if there is no answer that
 * can be read.
 */
public final class EarningsClient {
    private final Answers answers;
    private final Authorization authorization;
    private final String signatureType;

    /**
     * An account's client.
     *
     * @param transport carries the requests
     * @param authorization signs with the account's credentials
     * @param kind what holds the account's money
     * @param unknown told of members nobody asks for
     */
    public EarningsClient(Transport transport, Authorization authorization, AccountKind kind, UnknownMembers unknown) {
        this.answers = new Answers(transport, unknown);
        this.authorization = authorization;
        this.signatureType = String.valueOf(kind.signatureType());
    }

    /**
     * Rewards of a day, by market.
     *
     * @param day which
     */
    public Listing<Earning> earnings(LocalDate day) {
        Call call = call("/rewards/user").query("date", day.toString());
        return Pager.readProof(
                ClobAccountClient.MOST_ENTRIES,
                cursor -> answers.read(Cursors.at(call, cursor), answer -> Cursors.page(answer, RewardReader::earning)),
                earning -> List.of(earning.conditionId(), earning.asset()));
    }

    /**
     * Rewards of a day, all markets together.
     *
     * @param day which
     * @return one for each asset
     */
    public List<Earning> total(LocalDate day) {
        Call call = call("/rewards/user/total").query("date", day.toString());
        return answers.read(call, answer -> answer.list(RewardReader::earning));
    }

    /** The account's part of all rewards now, in percent by condition id. */
    public Map<String, BigDecimal> percentages() {
        return answers.read(call("/rewards/user/percentages"), RewardReader::percentages);
    }

    /**
     * Markets that pay, with what the account earned there on a day.
     *
     * @param day which
     * @param cursor {@link Cursors#FIRST}, or what the page before named
     */
    public Page<EarningMarket> markets(LocalDate day, String cursor) {
        Call call = Cursors.at(call("/rewards/user/markets").query("date", day.toString()), cursor);
        return answers.read(call, answer -> Cursors.page(answer, RewardReader::earningMarket));
    }

    private Call call(String path) {
        return Call.get(Service.CLOB, path).authorized(authorization).query("signature_type", signatureType);
    }
}
