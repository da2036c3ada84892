@NullMarked
package io.ploy.connectors.polymarket.account;

import org.jspecify.annotations.NullMarked;
