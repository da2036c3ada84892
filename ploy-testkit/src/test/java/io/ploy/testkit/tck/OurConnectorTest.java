package io.ploy.testkit.tck;

import io.ploy.testkit.junit.OpenAccount;
import io.ploy.testkit.junit.SimulatedPolymarket;
import io.ploy.testkit.polymarket.account.WalletKind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The Polymarket connector keeps the promises of a connector, with every kind of account, at every kind of market. */
@Tag("matrix")
class OurConnectorTest {
    @Nested
    @SimulatedPolymarket(world = "longdated:questions=1;newer=0", speed = 4, accounts = @OpenAccount(name = "main"))
    class KeyOfItsOwn extends PolymarketTrial {}

    @Nested
    @SimulatedPolymarket(
            world = "negrisk:outcomes=3",
            speed = 4,
            accounts = @OpenAccount(name = "main", kind = WalletKind.PROXY))
    class ProxyAtNegativeRisk extends PolymarketTrial {}

    @Nested
    @SimulatedPolymarket(
            world = "longdated:questions=1;newer=0",
            speed = 4,
            accounts = @OpenAccount(name = "main", kind = WalletKind.SAFE))
    class Safe extends PolymarketTrial {}

    @Nested
    @SimulatedPolymarket(
            world = "longdated:questions=1;newer=1",
            speed = 4,
            accounts = @OpenAccount(name = "main", kind = WalletKind.DEPOSIT))
    class DepositWalletAtPositions extends PolymarketTrial {}

    /** Answers take their time, balances lag a second behind, and now and then a settlement is retried. */
    @Nested
    @SimulatedPolymarket(
            world = "longdated:questions=1;newer=0",
            profile = "calm",
            accounts = @OpenAccount(name = "main", kind = WalletKind.SAFE))
    class OnACalmDay extends PolymarketTrial {}

    @Nested
    @SimulatedPolymarket(
            world = "longdated:questions=1;newer=0",
            profile = "busy",
            accounts = @OpenAccount(name = "main", kind = WalletKind.DEPOSIT))
    class OnABusyDay extends PolymarketTrial {}
}
