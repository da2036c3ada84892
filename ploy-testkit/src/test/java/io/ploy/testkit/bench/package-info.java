/** What a whole order costs, across modules. */
@NullMarked
package io.ploy.testkit.bench;

import org.jspecify.annotations.NullMarked;
