/** Faults of the process under test: F63 and F64. */
@NullMarked
package io.ploy.testkit.polymarket.fault.process;

import org.jspecify.annotations.NullMarked;
