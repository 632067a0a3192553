/** Personal data that is stored encrypted, and keys derived for other uses. */
@NullMarked
package org.fapiaosuite.fapiao.sealing;

import org.jspecify.annotations.NullMarked;
