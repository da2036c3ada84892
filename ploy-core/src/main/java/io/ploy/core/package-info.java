/** The front door for applications: {@link io.ploy.core.Ploy}. */
@NullMarked
package io.ploy.core;

import org.jspecify.annotations.NullMarked;
