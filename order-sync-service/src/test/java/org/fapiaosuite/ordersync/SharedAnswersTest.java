package org.fapiaosuite.ordersync;

import io.quarkus.test.junit.QuarkusTest;
import org.fapiaosuite.testkit.answers.SharedAnswers;

@QuarkusTest
class SharedAnswersTest extends SharedAnswers {}
