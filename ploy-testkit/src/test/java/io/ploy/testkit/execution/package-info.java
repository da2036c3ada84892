/** Engine, production connector and simulated venue together while things go wrong. */
@NullMarked
package io.ploy.testkit.execution;

import org.jspecify.annotations.NullMarked;
