package io.ploy.connectors.polymarket.http;

import java.util.Locale;

/**
 * What the venue lets one signer do. Each of the two budgets is a bucket that fills at its rate up to its burst.
 *
 * @param name as the venue has it, in small letters
 * @param orders placed in a second
 * @param orderBurst placed at once after a rest
 * @param cancels in a second
 * @param cancelBurst at once after a rest
 * @param cancelDebt whether cancels may take more than is there, to be made up for by waiting
 */
public record SignerTier(String name, int orders, int orderBurst, int cancels, int cancelBurst, boolean cancelDebt) {
    /** Checks all. */
    public SignerTier {
        if (name.isBlank() || !name.equals(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("a tier's name must be in small letters: " + name);
        }
        if (orders < 1 || orderBurst < 1 || cancels < 1 || cancelBurst < 1) {
            throw new IllegalArgumentException("tier " + name + " must allow at least one order and one cancel");
        }
    }
}
