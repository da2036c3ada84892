/** What accounts held, traded and earned, and what is known of markets, as the venue's indexer has it. It may lag. */
@NullMarked
package io.ploy.connectors.polymarket.data;

import org.jspecify.annotations.NullMarked;
