/** How a plugin says what it is, which API it was built for and which parameters it takes. */
@NullMarked
package io.ploy.api.plugin;

import org.jspecify.annotations.NullMarked;
