package io.ploy.connectors.polymarket.clob;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.connectors.polymarket.http.RequestException.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalReasonTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        the market is not yet ready to process new orders | MARKET_NOT_READY
        invalid nonce | INVALID_NONCE
        invalid expiration | INVALID_EXPIRATION
        invalid post-only order: order crosses book | POST_ONLY_WOULD_CROSS
        order 0xab crosses the book | POST_ONLY_WOULD_CROSS
        order couldn't be fully filled. FOK orders are fully filled or killed. | FOK_NOT_FILLED
        FOK orders are filled or killed | FOK_NOT_FILLED
        no orders found to match with FAK order. FAK orders are partially filled or killed if no match is found. | FAK_NOT_FILLED
        not enough balance / allowance | NOT_ENOUGH_BALANCE
        order 0xab is invalid. Price (0.55) breaks minimum tick size rule: 0.1 | TICK_SIZE
        order 0xab is invalid. Size (1) lower than the minimum: 5 | MINIMUM_SIZE
        order 0xab is invalid. Duplicated. | DUPLICATED
        '0x1234' address banned | BANNED
        '0x1234' address in closed only mode | CLOSED_ONLY
        order_version_mismatch | VERSION_MISMATCH
        invalid order version, please use the latest clob-client | VERSION_MISMATCH
        the order owner has to be the owner of the API KEY | OWNER_MISMATCH
        the order signer address has to be the address of the API KEY | SIGNER_MISMATCH
        invalid signature | INVALID_SIGNATURE
        Invalid order payload | INVALID_PAYLOAD
        Too many orders in payload: 20, max allowed: 15 | TOO_MANY_ORDERS
        Payload exceeds the limit | TOO_MANY_ORDERS
        No orderbook exists for the requested token id | NO_ORDER_BOOK
        order canceled in the CTF exchange contract | CANCELED_ON_CHAIN
        order match delayed due to market conditions | MATCH_DELAYED
        there are no matching orders | NOT_MATCHABLE
        the trade contains rounding issues | NOT_MATCHABLE
        post-only mode: only post-only orders and cancels are allowed | POST_ONLY_MODE
        Trading is currently cancel-only. New orders are not accepted, but cancels are allowed. | CANCEL_ONLY_MODE
        Trading is currently disabled. Check polymarket.com for updates | TRADING_DISABLED
        Rate limit exceeded for tokenId: 0xdef | RATE_LIMITED
        Unauthorized/Invalid api key | UNAUTHORIZED
        could not insert order | SERVER_FAILED
        Internal server error | SERVER_FAILED
        words of next year | UNKNOWN
        "" | UNKNOWN
        """)
    void wordsOfTheVenueStandForAReason(String text, RefusalReason reason) {
        assertThat(RefusalReason.of(text)).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_SENT, NOT_SENT",
        "UNAUTHORIZED, UNAUTHORIZED",
        "FORBIDDEN, FORBIDDEN",
        "GEOBLOCKED, GEOBLOCKED",
        "RATE_LIMITED, RATE_LIMITED",
        "RESTARTING, RESTARTING",
        "POST_ONLY_MODE, POST_ONLY_MODE",
        "CANCEL_ONLY_MODE, CANCEL_ONLY_MODE",
        "TRADING_DISABLED, TRADING_DISABLED",
        "REFUSED, INVALID_EXPIRATION",
        "NOT_FOUND, INVALID_EXPIRATION"
    })
    void kindOfFailureComesBeforeTheWords(Failure failure, RefusalReason reason) {
        assertThat(RefusalReason.of(failure, "invalid expiration")).isEqualTo(reason);
    }

    @Test
    void onlySomeReasonsLeaveTheOrderInDoubt() {
        assertThat(RefusalReason.values())
                .filteredOn(reason -> !reason.isDefinite())
                .containsExactly(
                        RefusalReason.DUPLICATED,
                        RefusalReason.MATCH_DELAYED,
                        RefusalReason.SERVER_FAILED,
                        RefusalReason.UNKNOWN);
    }
}
