/** Tests of strategies against a simulated exchange, on manual time. */
@NullMarked
package io.ploy.testkit;

import org.jspecify.annotations.NullMarked;
