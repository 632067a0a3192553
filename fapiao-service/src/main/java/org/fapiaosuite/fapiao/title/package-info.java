/**
 * What stands on a Fapiao about its buyer: the rules for it, and the customer's library of titles.
 */
@NullMarked
package org.fapiaosuite.fapiao.title;

import org.jspecify.annotations.NullMarked;
