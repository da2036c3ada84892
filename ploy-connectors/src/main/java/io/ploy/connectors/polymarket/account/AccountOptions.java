package io.ploy.connectors.polymarket.account;

import io.ploy.connectors.polymarket.auth.ApiCredentials;
import io.ploy.connectors.polymarket.http.Authorization;
import io.ploy.connectors.polymarket.order.OrderOptions;
import io.ploy.connectors.polymarket.protocol.Wallet;
import org.jspecify.annotations.Nullable;

/**
 * How an account is used.
 *
 * @param wallet whose money, and whose key
 * @param nonce which of the key's credentials are derived where none are given; the first are 0
 * @param credentials as given, or null to have them derived
 * @param orders what all its orders have in common
 * @param heartbeats whether the venue's dead-man switch is held, which cancels every order if this process dies
 * @param orderThreads how many orders may be on their way at once
 * @param relayer proves to the relayer who asks, or null to split, merge and redeem nothing; null for EOA accounts
 * @param conversions whether shares of negative-risk events are converted
 */
public record AccountOptions(
        Wallet wallet,
        long nonce,
        @Nullable ApiCredentials credentials,
        OrderOptions orders,
        boolean heartbeats,
        int orderThreads,
        @Nullable Authorization relayer,
        boolean conversions) {}
