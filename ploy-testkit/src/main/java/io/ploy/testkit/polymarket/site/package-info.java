/** What the venue's web site says of the place a request comes from. */
@NullMarked
package io.ploy.testkit.polymarket.site;

import org.jspecify.annotations.NullMarked;
