/** Journals that fail, to see that an engine bears it. */
@NullMarked
package io.ploy.testkit.journal;

import org.jspecify.annotations.NullMarked;
