/**
 * A JUnit 5 extension that gives every test a simulated venue of its own. JUnit has to be on the class path of whoever uses
 * it.
 */
@NullMarked
package io.ploy.testkit.junit;

import org.jspecify.annotations.NullMarked;
