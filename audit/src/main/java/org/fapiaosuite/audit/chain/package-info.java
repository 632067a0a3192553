/** The chain of hashes: seals what was written, and finds what was changed since. */
@NullMarked
package org.fapiaosuite.audit.chain;

import org.jspecify.annotations.NullMarked;
