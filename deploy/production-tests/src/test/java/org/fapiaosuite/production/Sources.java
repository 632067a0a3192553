package org.fapiaosuite.production;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The main sources of every module that is deployed, read by the compiler. */
final class Sources {
  private final Map<String, Source> byName = new LinkedHashMap<>();
  private final DocTrees docs;

  /**
   * A type, top-level or nested.
   *
   * @param module the folder of its module
   */
  record Source(String module, Path file, TreePath path) {
    ClassTree tree() {
      return (ClassTree) path.getLeaf();
    }
  }

  private Sources(DocTrees docs) {
    this.docs = docs;
  }

  static Sources ofCheckout() {
    return of(files());
  }

  static Sources of(List<Path> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      Iterable<? extends JavaFileObject> units = manager.getJavaFileObjectsFromPaths(files);
      JavacTask task = (JavacTask) compiler.getTask(null, manager, null, null, null, units);
      Sources sources = new Sources(DocTrees.instance(task));
      for (CompilationUnitTree unit : task.parse()) {
        sources.read(unit);
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every type of a name like {@code Outer.Inner}, in no order that matters. */
  List<Source> all() {
    return List.copyOf(byName.values());
  }

  /** A type by its simple name, as it is called in another one of the same module or a library. */
  Optional<Source> find(String simpleName, Source from) {
    return Stream.of(
            byName.get(from.module() + "/" + from.tree().getSimpleName() + "." + simpleName),
            byName.get(from.module() + "/" + simpleName),
            byName.values().stream()
                .filter(it -> it.tree().getSimpleName().contentEquals(simpleName))
                .findFirst()
                .orElse(null))
        .flatMap(Stream::ofNullable)
        .findFirst();
  }

  /** The first sentences of a comment, up to its tags, as Markdown; null without a comment. */
  @Nullable String comment(TreePath path) {
    DocCommentTree comment = docs.getDocCommentTree(path);
    if (comment == null) {
      return null;
    }
    return comment.getFullBody().stream()
        .map(String::valueOf)
        .reduce("", String::concat)
        .replaceAll("\\{@(?:code|literal) ([^}]*)}", "`$1`")
        .replaceAll("\\{@link #?([^}]*?)(\\(\\))?}", "`$1`")
        .replaceAll("</?[a-z]+>", "")
        .replaceAll("\\s+", " ")
        .strip();
  }

  private void read(CompilationUnitTree unit) {
    Path file = Path.of(unit.getSourceFile().toUri());
    new TreePathScanner<@Nullable Void, String>() {
      @Override
      public @Nullable Void visitClass(ClassTree type, String outer) {
        String module = module(file);
        String name =
            outer.isEmpty() ? type.getSimpleName().toString() : outer + "." + type.getSimpleName();
        byName.put(module + "/" + name, new Source(module, file, getCurrentPath()));
        return super.visitClass(type, type.getSimpleName().toString());
      }
    }.scan(unit, "");
  }

  private static String module(Path file) {
    String path = Checkout.ROOT.relativize(file).toString();
    int end = path.indexOf("/src/");
    return end < 0 ? path : path.substring(0, end);
  }

  private static List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (String module : modules()) {
      Path main = Checkout.ROOT.resolve(module).resolve("src/main/java");
      if (Files.isDirectory(main)) {
        try (Stream<Path> found = Files.walk(main)) {
          found.filter(it -> it.toString().endsWith(".java")).forEach(files::add);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return files;
  }

  /** The modules whose classes are deployed. */
  static List<String> modules() {
    return Checkout.read(Checkout.ROOT.resolve("pom.xml"))
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("<module>"))
        .map(line -> line.replaceAll("</?module>", ""))
        .filter(module -> !module.startsWith("deploy/"))
        .sorted()
        .toList();
  }
}
