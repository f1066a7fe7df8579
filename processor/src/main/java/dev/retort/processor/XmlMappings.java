package dev.retort.processor;

import dev.retort.processor.diagnostic.EntityProblems;
import dev.retort.processor.report.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Notices mappings that stand in {@code META-INF/orm.xml}, which are not read. */
final class XmlMappings {

  static final String FILE = "META-INF/orm.xml";

  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

  /** What shapes the schema (Jakarta Persistence 3.2, section 12.2). */
  private static final Pattern MAPPING =
      Pattern.compile(
          "<(?:\\w+:)?(entity|mapped-superclass|embeddable|converter|sequence-generator"
              + "|table-generator|schema|catalog|access|delimited-identifiers)[\\s>/]");

  private XmlMappings() {}

  /** The file in the folder of resources that Maven and Gradle put beside a source root. */
  static Optional<String> besideSources(Path sourceRoot) {
    try {
      return Optional.of(Files.readString(sourceRoot.resolveSibling("resources").resolve(FILE)));
    } catch (IOException | InvalidPathException notThere) {
      return Optional.empty();
    }
  }

  /** A warning where the file says something that shapes the schema. */
  static List<Finding> findings(Optional<String> text) {
    return text
        .map(xml -> MAPPING.matcher(COMMENT.matcher(xml).replaceAll("")))
        .filter(Matcher::find)
        .map(element -> Finding.warning(EntityProblems.xmlMappings(FILE, element.group(1))))
        .stream()
        .toList();
  }
}
