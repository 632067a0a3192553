/** Tests of the chain. */
@NullMarked
package org.fapiaosuite.audit.chain;

import org.jspecify.annotations.NullMarked;
