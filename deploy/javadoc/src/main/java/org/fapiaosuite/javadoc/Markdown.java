package org.fapiaosuite.javadoc;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Javadoc in the markup that OpenAPI takes. */
final class Markdown {

  private static final Map<String, String> ENTITIES =
      Map.of("lt", "<", "gt", ">", "amp", "&", "nbsp", " ");

  private Markdown() {}

  static String of(List<? extends DocTree> comment) {
    StringBuilder text = new StringBuilder();
    comment.forEach(part -> append(part, text));
    return text.toString().replaceAll(" *\n *", "\n").replaceAll("\n{3,}", "\n\n").strip();
  }

  private static void append(DocTree part, StringBuilder text) {
    if (part instanceof TextTree plain) {
      text.append(plain.getBody().replaceAll("\\s+", " "));
    } else if (part instanceof LiteralTree literal) {
      String quote = literal.getKind() == DocTree.Kind.CODE ? "`" : "";
      text.append(quote)
          .append(literal.getBody().getBody().strip().replaceAll("\\s+", " "))
          .append(quote);
    } else if (part instanceof LinkTree link) {
      String label = of(link.getLabel());
      String target = link.getReference().getSignature();
      text.append(label.isEmpty() ? target.substring(target.lastIndexOf('#') + 1) : label);
    } else if (part instanceof EntityTree entity) {
      text.append(ENTITIES.getOrDefault(entity.getName().toString(), ""));
    } else if (part instanceof StartElementTree start) {
      text.append(opening(start.getName().toString().toLowerCase(Locale.ROOT)));
    } else if (part instanceof EndElementTree end) {
      text.append(closing(end.getName().toString().toLowerCase(Locale.ROOT)));
    }
  }

  private static String opening(String element) {
    return switch (element) {
      case "p", "ul", "ol" -> "\n\n";
      case "li" -> "\n- ";
      case "b", "strong" -> "**";
      case "i", "em" -> "*";
      case "code" -> "`";
      default -> "";
    };
  }

  private static String closing(String element) {
    return switch (element) {
      case "ul", "ol" -> "\n\n";
      case "b", "strong" -> "**";
      case "i", "em" -> "*";
      case "code" -> "`";
      default -> "";
    };
  }
}
