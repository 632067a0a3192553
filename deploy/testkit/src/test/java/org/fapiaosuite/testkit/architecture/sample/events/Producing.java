package org.fapiaosuite.testkit.architecture.sample.events;

import org.apache.kafka.clients.producer.KafkaProducer;

/** The same without the framework. */
class Producing {
  void pay(KafkaProducer<String, String> producer) {
    producer.flush();
  }
}
