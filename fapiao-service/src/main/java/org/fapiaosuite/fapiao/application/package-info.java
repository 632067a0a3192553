/** A customer's request for a Fapiao from draft to delivery: its states, its rules, its items. */
@NullMarked
package org.fapiaosuite.fapiao.application;

import org.jspecify.annotations.NullMarked;
