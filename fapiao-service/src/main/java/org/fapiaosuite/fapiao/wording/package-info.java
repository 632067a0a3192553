/**
 * The words a reader sees outside of problems: remarks, reasons and warnings in three languages.
 */
@NullMarked
package org.fapiaosuite.fapiao.wording;

import org.jspecify.annotations.NullMarked;
