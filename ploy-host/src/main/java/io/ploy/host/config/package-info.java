/** The file that says what a run trades, where and with what: read whole, checked whole, refused whole. */
@NullMarked
package io.ploy.host.config;

import org.jspecify.annotations.NullMarked;
