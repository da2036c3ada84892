/**
 * When trading stops by itself: breakers watch facts and trip, trading states keep the causes of every scope until evidence
 * or a person clears them. Pure: no threads, no files, time is passed in. State that must survive a restart is the fold of
 * the changes that were decided.
 */
@NullMarked
package io.ploy.core.breaker;

import org.jspecify.annotations.NullMarked;
