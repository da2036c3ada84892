/** What {@code ploy demo} asks for and shows: a live table for a person, lines for a log, a summary at the end. */
@NullMarked
package io.ploy.host.demo;

import org.jspecify.annotations.NullMarked;
