/** Runs the journals of ploy-core, with a disk in between that only their package can put there. */
@NullMarked
package io.ploy.core.persistence;

import org.jspecify.annotations.NullMarked;
