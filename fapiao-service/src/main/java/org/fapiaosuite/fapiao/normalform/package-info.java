/** Brings rows that were stored before there was one form into the form of the kernel. */
@NullMarked
package org.fapiaosuite.fapiao.normalform;

import org.jspecify.annotations.NullMarked;
