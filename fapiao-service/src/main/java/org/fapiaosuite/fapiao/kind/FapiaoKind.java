package org.fapiaosuite.fapiao.kind;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** A type in a medium: what stock is kept of, and what a legacy code is printed for. */
@Embeddable
public record FapiaoKind(
    @Enumerated(EnumType.STRING) @Column(name = "type") FapiaoType type,
    @Enumerated(EnumType.STRING) @Column(name = "medium") Medium medium)
    implements Serializable {

  /** All there are, the ordinary ones and paper first. */
  public static List<FapiaoKind> all() {
    return Arrays.stream(FapiaoType.values())
        .flatMap(type -> Arrays.stream(Medium.values()).map(medium -> new FapiaoKind(type, medium)))
        .toList();
  }
}
