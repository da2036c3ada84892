/** Journals for people: where one is, whether it is sound, what it tells. */
@NullMarked
package io.ploy.host.journal;

import org.jspecify.annotations.NullMarked;
