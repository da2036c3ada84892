/** What {@code ploy deployments} and {@code ploy evidence} ask for and show, and evidence made of backtests. */
@NullMarked
package io.ploy.host.deployment;

import org.jspecify.annotations.NullMarked;
