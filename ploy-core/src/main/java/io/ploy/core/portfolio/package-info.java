/**
 * What the account holds, owes, may lose and may still spend: one ledger for positions, cash, reservations and exposure.
 */
@NullMarked
package io.ploy.core.portfolio;

import org.jspecify.annotations.NullMarked;
