package org.fapiaosuite.javadoc;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.ThrowsTree;
import java.util.LinkedHashMap;
import java.util.Map;

/** The block tags of a comment that say something about the API. */
final class BlockTags {

  private BlockTags() {}

  /** By {@code param.<name>}, {@code return} and {@code throws.<position>}. */
  static Map<String, String> of(DocCommentTree comment) {
    Map<String, String> tags = new LinkedHashMap<>();
    int thrown = 0;
    for (DocTree tag : comment.getBlockTags()) {
      if (tag instanceof ParamTree param && !param.isTypeParameter()) {
        tags.put("param." + param.getName().getName(), Markdown.of(param.getDescription()));
      } else if (tag instanceof ReturnTree returned) {
        tags.put("return", Markdown.of(returned.getDescription()));
      } else if (tag instanceof ThrowsTree problem) {
        tags.put("throws." + ++thrown, Markdown.of(problem.getDescription()));
      }
    }
    return tags;
  }
}
