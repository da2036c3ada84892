package io.ploy.connectors.polymarket.clob;

import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.http.Call;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.Service;
import io.ploy.connectors.polymarket.http.Transport;
import io.ploy.connectors.polymarket.json.Answers;
import io.ploy.connectors.polymarket.json.UnknownMembers;
import io.ploy.connectors.polymarket.paging.Cursors;
import io.ploy.connectors.polymarket.paging.Page;
import java.time.LocalDate;
import java.util.List;

/**
 * What the venue pays for resting orders, as everyone may see it.
 *
 * <p><b>Threading.</b> Thread-safe. Calls wait; never call on the engine thread.
 *
 * <p><b>Errors.</b> Every method throws {@link RequestException} if there is no answer that can be read.
 */
public final class RewardClient {
    private final Answers answers;

    /**
     * A client.
     *
     * @param transport carries the requests
     * @param unknown told of members nobody asks for
     */
    public RewardClient(Transport transport, UnknownMembers unknown) {
        this.answers = new Answers(transport, unknown);
    }

    /**
     * Markets that pay today.
     *
     * @param cursor {@link Cursors#FIRST}, or what the page before named
     */
    public Page<RewardedMarket> current(String cursor) {
        return page(Call.get(Service.CLOB, "/rewards/markets/current"), cursor);
    }

    /**
     * What one market pays.
     *
     * @param conditionId which
     * @param cursor as for {@link #current}
     */
    public Page<RewardedMarket> market(String conditionId, String cursor) {
        return page(Call.get(Service.CLOB, "/rewards/markets/" + PathPart.of(conditionId)), cursor);
    }

    /**
     * Markets that pay, with how much others are after it.
     *
     * @param cursor as for {@link #current}
     */
    public Page<RewardedMarket> markets(String cursor) {
        return page(Call.get(Service.CLOB, "/rewards/markets/multi"), cursor);
    }

    /**
     * Fees given back to a maker.
     *
     * @param day which day
     * @param maker to whom
     */
    public List<Rebate> rebates(LocalDate day, Address maker) {
        Call call = Call.get(Service.CLOB, "/rebates/current")
                .query("date", day.toString())
                .query("maker_address", maker.checksummed());
        return answers.read(call, answer -> answer.list(RewardReader::rebate));
    }

    private Page<RewardedMarket> page(Call call, String cursor) {
        return answers.read(Cursors.at(call, cursor), answer -> Cursors.page(answer, RewardReader::market));
    }
}
