/** What {@code ploy plugins} shows: what is installed, what it offers, and what was refused. */
@NullMarked
package io.ploy.host.plugin;

import org.jspecify.annotations.NullMarked;
