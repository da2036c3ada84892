/** An account on the venue: its orders, its fills until they are settled, what it holds, and whether it can trade. */
@NullMarked
package io.ploy.connectors.polymarket.account;

import org.jspecify.annotations.NullMarked;
