package org.fapiaosuite.rest.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The Javadoc of one type, as the module {@code deploy/javadoc} kept it beside the class. */
final class Javadoc {

  private final Properties texts;

  private Javadoc(Properties texts) {
    this.texts = texts;
  }

  /** Of a class by its binary name; empty for one without Javadoc. */
  static Javadoc of(String className) {
    String file = "META-INF/javadoc/" + className + ".properties";
    Properties texts = new Properties();
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
      if (in != null) {
        texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Javadoc(texts);
  }

  /** The text under a key; null when there is none. */
  @Nullable Text text(String key) {
    String text = texts.getProperty(key);
    return text == null || text.isEmpty() ? null : Text.of(text);
  }

  /** What the operation says it throws, in its order. */
  List<Text> thrownBy(String operation) {
    List<Text> thrown = new ArrayList<>();
    for (int i = 1; texts.containsKey(operation + ".throws." + i); i++) {
      Text text = text(operation + ".throws." + i);
      if (text != null) {
        thrown.add(text);
      }
    }
    return thrown;
  }
}
