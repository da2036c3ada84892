package io.ploy.testkit.junit;

import io.ploy.testkit.polymarket.account.WalletKind;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One account of a venue, for {@link SimulatedPolymarket#accounts()}. Its key is made of the seed and its name. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface OpenAccount {
    /**
     * What {@link Account} asks for.
     *
     * @return letters, digits, dots, underscores and hyphens
     */
    String name();

    /**
     * What holds its money.
     *
     * @return the key itself, if nothing else is said
     */
    WalletKind kind() default WalletKind.EOA;

    /**
     * What it starts with.
     *
     * @return USD, as decimal text
     */
    String collateral() default "10000";
}
