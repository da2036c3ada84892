/** Opinions about the future from outside: signals, advice and probability models. */
@NullMarked
package io.ploy.api.signal;

import org.jspecify.annotations.NullMarked;
