/** The history of an application in words its customer understands. */
@NullMarked
package org.fapiaosuite.fapiao.progress;

import org.jspecify.annotations.NullMarked;
