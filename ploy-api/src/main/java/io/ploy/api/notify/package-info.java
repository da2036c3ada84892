/** Telling people that something needs their attention. */
@NullMarked
package io.ploy.api.notify;

import org.jspecify.annotations.NullMarked;
