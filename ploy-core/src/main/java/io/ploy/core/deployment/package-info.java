/**
 * Which build of a strategy may trade where, how far it has come, and what proves it: deployments with their stages, the
 * register that keeps them and their evidence, and the checks that every live order passes.
 */
@NullMarked
package io.ploy.core.deployment;

import org.jspecify.annotations.NullMarked;
