package org.fapiaosuite.ordersync;

import org.fapiaosuite.testkit.openapi.EveryStatusIsAnswered;

class StatusesIT implements EveryStatusIsAnswered {}
