package org.fapiaosuite.testkit.architecture.sample.frameworks.value;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Column;
import jakarta.persistence.PersistenceException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import javax.sql.DataSource;
import org.fapiaosuite.testkit.TestClock;

/** A value that drags libraries along. */
public class Parcel {

  @Column private int annotated;
  private Weight weight = new Weight(1, null, new byte[0][]);
  private List<JsonNode> generic = List.of();
  private JsonNode[] array = {};

  int weighed() {
    return weight.grams() + annotated + generic.size() + array.length;
  }

  int called() {
    return Response.noContent().build().getStatus();
  }

  void thrown() {
    throw new PersistenceException();
  }

  Class<?> named() {
    return TestClock.class;
  }

  DataSource otherThanJava(DataSource source) {
    return source;
  }
}
