/** What the service centre does with applications. */
@NullMarked
package org.fapiaosuite.fapiao.servicecentre;

import org.jspecify.annotations.NullMarked;
