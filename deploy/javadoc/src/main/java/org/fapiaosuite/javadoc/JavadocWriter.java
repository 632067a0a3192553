package org.fapiaosuite.javadoc;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.util.DocTrees;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.StandardLocation;

/**
 * Writes the Javadoc of every record, enum and JAX-RS resource as Markdown to {@code
 * META-INF/javadoc/<binary name>.properties}: one file a type, made of this type alone, so that a
 * compiler may compile files one by one.
 *
 * <p>Keys: {@code description}, {@code param.<component>}, {@code constant.<NAME>}, and of a
 * resource's operations {@code <method>.description}, {@code <method>.param.<parameter>}, {@code
 * <method>.return}, {@code <method>.throws.<position>}.
 */
@SupportedAnnotationTypes("*")
public final class JavadocWriter extends AbstractProcessor {

  private static final String RESOURCE = "jakarta.ws.rs.Path";
  private static final String OPERATION = "org.eclipse.microprofile.openapi.annotations.Operation";

  private DocTrees trees;

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    trees = DocTrees.instance(environment);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    ElementFilter.typesIn(round.getRootElements()).forEach(this::keep);
    return false;
  }

  private void keep(TypeElement type) {
    Map<String, String> texts = new TreeMap<>();
    if (type.getKind() == ElementKind.RECORD) {
      describe("", type, texts);
    } else if (type.getKind() == ElementKind.ENUM) {
      describe("", type, texts);
      type.getEnclosedElements().stream()
          .filter(element -> element.getKind() == ElementKind.ENUM_CONSTANT)
          .forEach(constant -> describeConstant(constant, texts));
    } else if (has(type, RESOURCE)) {
      describe("", type, texts);
      ElementFilter.methodsIn(type.getEnclosedElements()).stream()
          .filter(method -> has(method, OPERATION))
          .forEach(method -> describe(method.getSimpleName() + ".", method, texts));
    }
    if (!texts.isEmpty()) {
      write(type, texts);
    }
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::keep);
  }

  private void describe(String prefix, Element element, Map<String, String> texts) {
    DocCommentTree comment = trees.getDocCommentTree(element);
    if (comment != null) {
      texts.put(prefix + "description", Markdown.of(comment.getFullBody()));
      BlockTags.of(comment).forEach((key, text) -> texts.put(prefix + key, text));
    }
  }

  private void describeConstant(Element constant, Map<String, String> texts) {
    DocCommentTree comment = trees.getDocCommentTree(constant);
    if (comment != null) {
      texts.put("constant." + constant.getSimpleName(), Markdown.of(comment.getFullBody()));
    }
  }

  private static boolean has(Element element, String annotation) {
    return element.getAnnotationMirrors().stream()
        .anyMatch(mirror -> mirror.getAnnotationType().toString().equals(annotation));
  }

  private void write(TypeElement type, Map<String, String> texts) {
    String name = processingEnv.getElementUtils().getBinaryName(type).toString();
    String file = "META-INF/javadoc/" + name + ".properties";
    try (Writer out =
        processingEnv
            .getFiler()
            .createResource(StandardLocation.CLASS_OUTPUT, "", file, type)
            .openWriter()) {
      for (Map.Entry<String, String> text : texts.entrySet()) {
        out.write(text.getKey() + '=' + escaped(text.getValue()) + '\n');
      }
    } catch (IOException e) {
      processingEnv
          .getMessager()
          .printMessage(Diagnostic.Kind.ERROR, "Javadoc cannot be kept in " + file, type);
    }
  }

  /** As {@link java.util.Properties} reads it, whatever the encoding. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> escaped.append("\\\\");
        case '\n' -> escaped.append("\\n");
        default -> {
          if (c <= 0x7f) {
            escaped.append(c);
          } else {
            escaped.append("\\u%04x".formatted((int) c));
          }
        }
      }
    }
    return escaped.toString();
  }
}
