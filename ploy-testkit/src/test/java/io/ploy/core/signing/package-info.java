/** What benchmarks want to see of signing that nobody else may. */
@NullMarked
package io.ploy.core.signing;

import org.jspecify.annotations.NullMarked;
