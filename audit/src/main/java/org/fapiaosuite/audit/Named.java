package org.fapiaosuite.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the operation at hand has named as its subjects so far. */
@RequestScoped
class Named {

  private final List<String> subjects = new ArrayList<>();
  private @Nullable String detail;

  void add(String subject) {
    subjects.add(subject);
  }

  void tell(String text) {
    detail = text;
  }

  List<String> subjects() {
    return List.copyOf(subjects);
  }

  @Nullable String detail() {
    return detail;
  }
}
