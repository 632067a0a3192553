package org.fapiaosuite.testkit.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencePageTest {

  private static final Pattern TARGET = Pattern.compile("href=\"#([^\"]+)\"");
  private static final Pattern PLACE = Pattern.compile("id=\"([^\"]+)\"");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "go by `type`, *not* by **words** | <p>go by <code>type</code>, <em>not</em> by"
            + " <strong>words</strong></p>",
        "## Errors | <h3>Errors</h3>",
        "<b>&\" | <p>&lt;b&gt;&amp;&quot;</p>"
      })
  void descriptions_are_text_but_for_a_little_markup(String text, String html) {
    assertEquals(html + "\n", Markup.blocks(text));
  }

  @Test
  void lists_are_lists() {
    assertEquals(
        "<ul>\n<li>one\n  more</li>\n<li>two</li>\n</ul>\n", Markup.blocks("- one\n  more\n- two"));
    assertEquals("<ol>\n<li>one</li>\n<li>two</li>\n</ol>\n", Markup.blocks("1. one\n2. two"));
  }

  @Test
  void an_operation_is_shown_with_its_roles_and_every_link_leads_somewhere() throws IOException {
    JsonNode api =
        new ObjectMapper(new YAMLFactory())
            .readTree(
                """
                info: {title: Shop, description: What it sells.}
                tags: [{name: Things, description: To buy.}]
                paths:
                  /things/{id}:
                    get:
                      operationId: getThing
                      tags: [Things]
                      summary: Get a thing
                      security: [{bearer: [CUSTOMER, CLERK]}]
                      parameters:
                        - {name: id, in: path, required: true, schema: {type: string}}
                      responses:
                        '200':
                          description: It.
                          content:
                            application/json:
                              schema: {$ref: '#/components/schemas/Thing'}
                components:
                  schemas:
                    Thing:
                      type: object
                      required: [name]
                      properties:
                        name: {type: string, description: What it is called.}
                        parts: {type: array, items: {$ref: '#/components/schemas/Thing'}}
                """);

    String page = ReferencePage.of(api);

    for (String shown :
        List.of(
            "<code>GET /things/{id}</code> Get a thing",
            "Needs <code>bearer</code> of CUSTOMER, CLERK.",
            "<code>id</code> (required)",
            "<code>parts</code> (optional)<td>list of <a href=\"#schema-Thing\">Thing</a>")) {
      assertTrue(page.contains(shown), shown + "\n" + page);
    }
    Set<String> places = new TreeSet<>(found(PLACE, page).toList());
    assertEquals(
        List.of(), found(TARGET, page).filter(target -> !places.contains(target)).toList());
    assertFalse(page.contains("<script"), page);
  }

  private static Stream<String> found(Pattern pattern, String page) {
    return pattern.matcher(page).results().map(match -> match.group(1));
  }
}
