/** Plugins on disk: finding them, checking what they were built for, and keeping their classes apart from ours. */
@NullMarked
package io.ploy.core.plugin;

import org.jspecify.annotations.NullMarked;
