/** What strategies read: which markets, whether a book may be used, and how its prices have moved. */
@NullMarked
package io.ploy.strategies.input;

import org.jspecify.annotations.NullMarked;
