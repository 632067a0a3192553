/** Versions of resources: shown on reading, demanded on writing, so that no change is lost. */
@NullMarked
package org.fapiaosuite.rest.etag;

import org.jspecify.annotations.NullMarked;
