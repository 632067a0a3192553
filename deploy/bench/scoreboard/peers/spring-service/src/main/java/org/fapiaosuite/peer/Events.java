package org.fapiaosuite.peer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.ProducerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Reads both topics of the service and drops what it read; its producer sends nothing. */
@Configuration(proxyBeanMethods = false)
class Events {
  private final JsonMapper json;

  Events(JsonMapper json) {
    this.json = json;
  }

  @KafkaListener(topics = "order.events")
  void order(ConsumerRecord<String, byte[]> event) {
    json.readTree(event.value());
  }

  @KafkaListener(topics = "account.events")
  void account(ConsumerRecord<String, byte[]> event) {
    json.readTree(event.value());
  }

  /** Connected from the start, as the service's relay is. */
  @Bean
  Producer<String, byte[]> producer(ProducerFactory<String, byte[]> producers) {
    return producers.createProducer();
  }
}
