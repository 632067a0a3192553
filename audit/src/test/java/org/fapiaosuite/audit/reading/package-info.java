/** Tests of what auditors see. */
@NullMarked
package org.fapiaosuite.audit.reading;

import org.jspecify.annotations.NullMarked;
