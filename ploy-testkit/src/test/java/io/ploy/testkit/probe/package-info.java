/** Shows from outside whether an engine trades. */
@NullMarked
package io.ploy.testkit.probe;

import org.jspecify.annotations.NullMarked;
