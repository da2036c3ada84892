/**
 * What every implementation of one of Ploy's interfaces must do, as test classes to extend. A class that extends one and
 * passes keeps the interface's promises as far as a test can tell.
 */
@NullMarked
package io.ploy.testkit.tck;

import org.jspecify.annotations.NullMarked;
