/** Where documents are kept, each content once, and what they are by their content. */
@NullMarked
package org.fapiaosuite.fapiao.document;

import org.jspecify.annotations.NullMarked;
