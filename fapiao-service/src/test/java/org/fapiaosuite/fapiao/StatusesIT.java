package org.fapiaosuite.fapiao;

import org.fapiaosuite.testkit.openapi.EveryStatusIsAnswered;

class StatusesIT implements EveryStatusIsAnswered {}
