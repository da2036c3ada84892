package io.ploy.connectors.polymarket.settlement;

import io.ploy.api.signing.Address;
import io.ploy.api.venue.AccountCheck;
import io.ploy.api.venue.AccountCheck.Verdict;
import io.ploy.connectors.polymarket.data.Approval;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.protocol.Contract;
import io.ploy.connectors.polymarket.relayer.RelayedKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Looks whether an account can split, merge, redeem and convert. What is wrong with it keeps nobody from trading. */
final class SettlementCheck {
    private static final List<Contract> TOKEN_CONTRACTS = List.of(Contract.CTF_ADAPTER, Contract.NEG_RISK_CTF_ADAPTER);

    private final SettlementMeans means;

    SettlementCheck(SettlementMeans means) {
        this.means = means;
    }

    List<AccountCheck> check() {
        return List.of(look("relayer", this::relayer), look("approvals to settle", this::approvals));
    }

    private static AccountCheck look(String subject, Supplier<String> problem) {
        try {
            String found = problem.get();
            return found.isEmpty()
                    ? new AccountCheck(
                            subject,
                            Verdict.GOOD,
                            "splits, merges, redemptions and conversions will work as far as it goes")
                    : new AccountCheck(subject, Verdict.WARNING, found);
        } catch (RequestException e) {
            return new AccountCheck(subject, Verdict.WARNING, "could not be read: " + e.getMessage());
        }
    }

    private String relayer() {
        means.relayer().transactions(); // answered only to who may ask
        RelayedKind kind = RelayedKind.of(means.wallet().kind());
        boolean there = kind == RelayedKind.PROXY
                || means.relayer().isDeployed(kind, means.wallet().funder());
        return there
                ? ""
                : "the wallet " + means.wallet().funder().checksummed()
                        + " is not on the chain yet; the venue makes it when the account is set up on its site";
    }

    private String approvals() {
        List<Approval> known = means.data().approvals(means.wallet().funder());
        List<String> missing = new ArrayList<>();
        for (Contract contract : TOKEN_CONTRACTS) {
            note(missing, known, Contract.COLLATERAL, contract);
            note(missing, known, Contract.CONDITIONAL_TOKENS, contract);
        }
        note(missing, known, Contract.COLLATERAL, Contract.ROUTER);
        note(missing, known, Contract.POSITION_MANAGER, Contract.ROUTER);
        return missing.isEmpty()
                ? ""
                : "not given, so what needs them will fail: " + String.join(", ", missing)
                        + ". The venue's site asks for them with a first split, merge or redemption";
    }

    private void note(List<String> missing, List<Approval> known, Contract token, Contract spender) {
        Address of = token.on(means.chain()).orElse(null);
        Address to = spender.on(means.chain()).orElse(null);
        boolean given = known.stream()
                .anyMatch(each -> each.approved()
                        && each.token().equals(of)
                        && each.spender().equals(to));
        if (!given) {
            missing.add(token + " to " + spender);
        }
    }
}
