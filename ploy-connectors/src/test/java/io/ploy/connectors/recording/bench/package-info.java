@NullMarked
package io.ploy.connectors.recording.bench;

import org.jspecify.annotations.NullMarked;
