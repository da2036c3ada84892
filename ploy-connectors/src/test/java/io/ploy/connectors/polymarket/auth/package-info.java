@NullMarked
package io.ploy.connectors.polymarket.auth;

import org.jspecify.annotations.NullMarked;
