/** What the journal of runs shows of one strategy: which build traded where and when, and what it earned. */
@NullMarked
package io.ploy.core.track;

import org.jspecify.annotations.NullMarked;
