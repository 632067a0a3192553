/**
 * What tests need: real infrastructure, tokens, a clock to turn, and ways to look into database,
 * broker and mailbox.
 */
@NullMarked
package org.fapiaosuite.testkit;

import org.jspecify.annotations.NullMarked;
