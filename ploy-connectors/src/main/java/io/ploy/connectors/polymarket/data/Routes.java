package io.ploy.connectors.polymarket.data;

import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.paging.Listing;
import java.util.List;
import java.util.Optional;

/** What both versions of the indexer answer. */
interface Routes {
    Listing<DataPosition> positions(PositionFilter filter, int most);

    Listing<DataTrade> trades(TradeFilter filter, int most);

    Listing<DataActivity> activity(ActivityFilter filter, int most);

    Optional<Amount> value(Address user, List<String> conditionIds);
}
