/** Faults in what an account is told of itself: F30, F32 to F34, F38 to F40. */
@NullMarked
package io.ploy.testkit.polymarket.fault.account;

import org.jspecify.annotations.NullMarked;
