/** Markets, their rules, order books and everything a venue says about them. */
@NullMarked
package io.ploy.api.market;

import org.jspecify.annotations.NullMarked;
