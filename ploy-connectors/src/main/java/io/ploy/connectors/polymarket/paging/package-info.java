/** Lists the venue gives out page by page, and whether they came whole. */
@NullMarked
package io.ploy.connectors.polymarket.paging;

import org.jspecify.annotations.NullMarked;
