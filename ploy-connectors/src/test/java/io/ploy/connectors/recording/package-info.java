@NullMarked
package io.ploy.connectors.recording;

import org.jspecify.annotations.NullMarked;
