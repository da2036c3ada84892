/**
 * The order ledger: what is known of every order and every fill, and the two tables that say what a piece of evidence may
 * change. Evidence the tables call impossible is counted and reported, never applied; money in it is always booked.
 *
 * <p>Nothing here waits, reads a clock or does I/O. One thread, the engine's, owns it.
 */
@NullMarked
package io.ploy.core.ledger;

import org.jspecify.annotations.NullMarked;
