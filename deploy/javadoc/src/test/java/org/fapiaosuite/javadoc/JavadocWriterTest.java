package org.fapiaosuite.javadoc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavadocWriterTest {

  @TempDir Path classes;

  @Test
  void a_records_components_are_kept_as_markdown() throws IOException {
    // When
    compile(
        "Parcel",
        """
        /**
         * What is <b>sent</b>.
         *
         * <p>Once.
         *
         * <ul>
         *   <li>by {@code road}
         *   <li>by &lt;air&gt;
         * </ul>
         *
         * @param weight in grams, see {@link Parcel#weight() the scale};
         *     whole. Example: {@code
         *     250}.
         */
        record Parcel(int weight, int unsaid) {
          /** Where it is. */
          enum State {
            /** On its way: 在途. */
            SENT,
            LOST
          }
        }
        """);
    // Then
    Properties parcel = kept("Parcel");
    assertEquals(
        "What is **sent**.\n\nOnce.\n\n- by `road`\n- by <air>", parcel.get("description"));
    assertEquals("in grams, see the scale; whole. Example: `250`.", parcel.get("param.weight"));
    assertFalse(parcel.containsKey("param.unsaid"));
    Properties state = kept("Parcel$State");
    assertEquals("On its way: 在途.", state.get("constant.SENT"));
    assertFalse(state.containsKey("constant.LOST"));
  }

  @Test
  void of_other_classes_nothing_is_kept() throws IOException {
    // When
    compile("Plain", "/** Nothing for the API. */\nclass Plain {}\n");
    // Then
    assertTrue(Files.exists(classes.resolve("Plain.class")));
    assertFalse(Files.exists(file("Plain")));
  }

  private Path file(String type) {
    return classes.resolve("META-INF/javadoc/" + type + ".properties");
  }

  private Properties kept(String type) throws IOException {
    Properties texts = new Properties();
    try (Reader file = Files.newBufferedReader(file(type))) {
      texts.load(file);
    }
    return texts;
  }

  private void compile(String name, String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            null,
            null,
            null,
            List.of("-d", classes.toString()),
            null,
            List.of(new Source(name, source)));
    task.setProcessors(List.of(new JavadocWriter()));
    assertTrue(task.call());
  }

  private static final class Source extends SimpleJavaFileObject {

    private final String code;

    Source(String name, String code) {
      super(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE);
      this.code = code;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return code;
    }
  }
}
