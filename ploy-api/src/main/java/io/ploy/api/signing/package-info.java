/** Keys and signatures. Types here never print what they protect. */
@NullMarked
package io.ploy.api.signing;

import org.jspecify.annotations.NullMarked;
