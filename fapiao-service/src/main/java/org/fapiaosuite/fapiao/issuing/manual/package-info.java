/** The issuer that is a clerk at the tax bureau's device. */
@NullMarked
package org.fapiaosuite.fapiao.issuing.manual;

import org.jspecify.annotations.NullMarked;
