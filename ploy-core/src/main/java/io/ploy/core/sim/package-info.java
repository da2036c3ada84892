/**
 * Simulated venues on one virtual time line: a matching engine with the venue's rules, and fills against recorded books.
 */
@NullMarked
package io.ploy.core.sim;

import org.jspecify.annotations.NullMarked;
