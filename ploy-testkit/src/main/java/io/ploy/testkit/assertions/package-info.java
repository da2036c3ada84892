/**
 * Assertions about the simulated venue, in AssertJ's manner. They look at the venue's inside, so they tell what happened and
 * not what a client believes. AssertJ has to be on the class path of whoever uses them.
 */
@NullMarked
package io.ploy.testkit.assertions;

import org.jspecify.annotations.NullMarked;
