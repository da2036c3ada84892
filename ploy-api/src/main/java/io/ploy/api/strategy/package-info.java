/** What a strategy author implements and what the host gives a strategy to work with. */
@NullMarked
package io.ploy.api.strategy;

import org.jspecify.annotations.NullMarked;
