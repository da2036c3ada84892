package io.ploy.connectors.polymarket.settlement;

import io.ploy.api.portfolio.Operation;
import io.ploy.connectors.polymarket.relayer.ContractCall;
import java.util.List;

/**
 * How an operation is carried out.
 *
 * @param operation which
 * @param markets whose outcomes
 * @param calls that do it, all of them or none
 * @param change what they do
 * @param hint what may be wrong if they fail, for people; may be empty
 */
record Plan(Operation operation, SetMarkets markets, List<ContractCall> calls, ExpectedChange change, String hint)
        implements Prepared {}
