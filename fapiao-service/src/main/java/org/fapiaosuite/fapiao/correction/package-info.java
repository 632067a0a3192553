/**
 * What is legally right once a Fapiao is wrong or paid back: void, red letter, reissue, deficit.
 */
@NullMarked
package org.fapiaosuite.fapiao.correction;

import org.jspecify.annotations.NullMarked;
