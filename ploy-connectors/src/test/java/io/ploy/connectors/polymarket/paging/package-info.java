@NullMarked
package io.ploy.connectors.polymarket.paging;

import org.jspecify.annotations.NullMarked;
