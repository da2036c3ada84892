/** Who calls: the venue's credentials and how requests prove them. */
@NullMarked
package io.ploy.testkit.polymarket.auth;

import org.jspecify.annotations.NullMarked;
