/** The desk where a person stops a run and lets it go on, by files in a folder: it works while the engine does not answer. */
@NullMarked
package io.ploy.host.control;

import org.jspecify.annotations.NullMarked;
