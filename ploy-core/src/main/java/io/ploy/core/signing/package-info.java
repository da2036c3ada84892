/** Signers: a key in this process, a key in an encrypted file, a key behind HTTP. Nothing here prints a key. */
@NullMarked
package io.ploy.core.signing;

import org.jspecify.annotations.NullMarked;
