/** What others hear of an application. */
@NullMarked
package org.fapiaosuite.fapiao.application.events;

import org.jspecify.annotations.NullMarked;
