/** What is forgotten of an owner who erased their account, what the law keeps, and for how long. */
@NullMarked
package org.fapiaosuite.fapiao.erasure;

import org.jspecify.annotations.NullMarked;
