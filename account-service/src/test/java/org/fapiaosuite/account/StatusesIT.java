package org.fapiaosuite.account;

import org.fapiaosuite.testkit.openapi.EveryStatusIsAnswered;

class StatusesIT implements EveryStatusIsAnswered {}
