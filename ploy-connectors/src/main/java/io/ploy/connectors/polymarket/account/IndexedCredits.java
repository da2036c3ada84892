package io.ploy.connectors.polymarket.account;

import io.ploy.api.money.Cash;
import io.ploy.api.portfolio.Credit;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.data.ActivityFilter;
import io.ploy.connectors.polymarket.data.ActivityType;
import io.ploy.connectors.polymarket.data.Amount;
import io.ploy.connectors.polymarket.data.DataActivity;
import io.ploy.connectors.polymarket.data.DataClient;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.paging.Listing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the indexer says the venue paid an account. Deposits and withdrawals are none: a person made them, and what nobody
 * made must be noticed.
 */
final class IndexedCredits {
    private static final Logger LOG = LoggerFactory.getLogger(IndexedCredits.class);
    private static final int MOST = 500;
    private static final Map<ActivityType, Credit.Kind> KINDS = new EnumMap<>(Map.of(
            ActivityType.REWARD, Credit.Kind.REWARD,
            ActivityType.REFERRAL_REWARD, Credit.Kind.REWARD,
            ActivityType.YIELD, Credit.Kind.REWARD,
            ActivityType.MAKER_REBATE, Credit.Kind.REBATE,
            ActivityType.TAKER_REBATE, Credit.Kind.REBATE));

    private final DataClient data;
    private final Address funder;

    IndexedCredits(DataClient data, Address funder) {
        this.data = data;
        this.funder = funder;
    }

    /** Those since a time. None if they cannot be read or not all be told: they only explain what balances show. */
    List<Credit> since(Instant from) {
        try {
            Listing<DataActivity> rows =
                    data.activity(new ActivityFilter(funder, KINDS.keySet(), List.of(), from, null), MOST);
            return rows.isComplete() ? credits(rows.items()) : List.of();
        } catch (RequestException e) {
            LOG.debug("credits could not be read", e);
            return List.of();
        }
    }

    private static List<Credit> credits(List<DataActivity> rows) {
        List<Credit> credits = new ArrayList<>();
        for (DataActivity row : rows) {
            Credit.Kind kind = KINDS.get(row.type());
            Cash paid = cash(row.usd());
            if (kind != null && paid.micros() > 0) {
                credits.add(new Credit(kind, paid, row.at(), row.transactionHash()));
            }
        }
        return credits;
    }

    private static Cash cash(@Nullable Amount amount) {
        return amount == null ? Cash.ZERO : amount.cash().orElse(Cash.ZERO);
    }
}
