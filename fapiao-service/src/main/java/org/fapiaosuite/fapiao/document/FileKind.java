package org.fapiaosuite.fapiao.document;

import java.util.List;
import java.util.Locale;

/** A kind of file that people may bring. */
public enum FileKind {
  PDF("application/pdf", List.of("pdf")),
  PNG("image/png", List.of("png")),
  JPEG("image/jpeg", List.of("jpg", "jpeg"));

  private final String mediaType;

  @SuppressWarnings("ImmutableEnumChecker") // a list that nobody can change
  private final List<String> extensions;

  FileKind(String mediaType, List<String> extensions) {
    this.mediaType = mediaType;
    this.extensions = extensions;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Whether a name ends like one of such a file. */
  public boolean suits(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return name.indexOf('.') > 0 && extensions.contains(ending);
  }
}
