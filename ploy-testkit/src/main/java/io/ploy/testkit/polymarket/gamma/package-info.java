/** The catalogue of events and markets over HTTP, as the venue's Gamma service has it. */
@NullMarked
package io.ploy.testkit.polymarket.gamma;

import org.jspecify.annotations.NullMarked;
