@NullMarked
package io.ploy.connectors.polymarket.directory;

import org.jspecify.annotations.NullMarked;
