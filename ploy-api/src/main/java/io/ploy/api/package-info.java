/** Marks of stability and the root of Ploy's exceptions. */
@NullMarked
package io.ploy.api;

import org.jspecify.annotations.NullMarked;
