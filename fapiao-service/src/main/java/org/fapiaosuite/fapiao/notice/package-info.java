/** Times at which no Fapiao can be issued. */
@NullMarked
package org.fapiaosuite.fapiao.notice;

import org.jspecify.annotations.NullMarked;
