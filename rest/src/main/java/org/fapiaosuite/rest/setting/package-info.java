/** Settings as operators give them: secrets in files, and names that have changed. */
@NullMarked
package org.fapiaosuite.rest.setting;

import org.jspecify.annotations.NullMarked;
