/** The indexer of positions and activity over HTTP, in both versions that the venue's Data API has. */
@NullMarked
package io.ploy.testkit.polymarket.data;

import org.jspecify.annotations.NullMarked;
