package org.fapiaosuite.testkit.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuidePageTest {

  @TempDir Path sources = Path.of("");

  @Test
  void headings_commands_tables_and_links_are_shown() throws IOException {
    String page =
        page(
            """
            # The guide

            See [the reference](/api/docs).

            ## First & last

            ```sh
            curl "$x" <y
            ```
            ```output
            200
            ```

            | a | b |
            |---|---|
            | `1` | two |
            """);

    for (String shown :
        List.of(
            "<title>The guide",
            "<li><a href=\"#first-last\">First &amp; last</a></li>",
            "<h2 id=\"first-last\">First &amp; last</h2>",
            "<p>See <a href=\"/api/docs\">the reference</a>.</p>",
            "<pre class=\"sh\" tabindex=\"0\"><code>curl &quot;$x&quot; &lt;y</code></pre>",
            "<pre class=\"output\" tabindex=\"0\"><code>200</code></pre>",
            "<tr><th scope=\"col\">a<th scope=\"col\">b\n<tr><td><code>1</code><td>two\n")) {
      assertTrue(page.contains(shown), shown + "\n" + page);
    }
    assertFalse(page.contains("<script"), page);
  }

  @Test
  void a_quoted_function_is_what_its_file_says() throws IOException {
    Files.writeString(
        sources.resolve("a.js"),
        """
        const x = 1

        /** Says it. */
        export async function say(what) {
          if (what) {
            return `<${what}>`
          }
        }

        function other() {
        }
        """);

    String page = page("```quote a.js say\n```\n");

    assertTrue(
        page.contains(
            """
            <code>/** Says it. */
            export async function say(what) {
              if (what) {
                return `&lt;${what}&gt;`
              }
            }</code>"""),
        page);
    assertThrows(IllegalArgumentException.class, () -> page("```quote a.js gone\n```\n"));
  }

  @Test
  void a_fence_that_is_not_closed_fails_the_build() {
    String refusal =
        String.valueOf(
            assertThrows(IllegalArgumentException.class, () -> page("```sh\ncurl x\n"))
                .getMessage());

    assertEquals("a fence is not closed: [curl x]", refusal);
  }

  private String page(String guide) throws IOException {
    return GuidePage.of(guide.lines().toList(), sources);
  }
}
