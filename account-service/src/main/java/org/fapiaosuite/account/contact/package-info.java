/** How to reach people, for whoever is stuck (seed rows F11, F18). */
@NullMarked
package org.fapiaosuite.account.contact;

import org.jspecify.annotations.NullMarked;
