package org.fapiaosuite.notification;

import org.fapiaosuite.testkit.openapi.EveryStatusIsAnswered;

class StatusesIT implements EveryStatusIsAnswered {}
