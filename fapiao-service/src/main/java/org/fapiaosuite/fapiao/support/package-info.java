/** What customers ask the service centre for beyond an application, and the conversation on it. */
@NullMarked
package org.fapiaosuite.fapiao.support;

import org.jspecify.annotations.NullMarked;
