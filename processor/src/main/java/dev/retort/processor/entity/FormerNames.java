package dev.retort.processor.entity;

import dev.retort.processor.entity.naming.Identifier;
import dev.retort.processor.entity.naming.NamingRules;
import dev.retort.processor.entity.source.AnnotationUse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/** What tables and columns were called before, as {@code @RenamedFrom} states it. */
public final class FormerNames {

  /** The annotation. */
  public static final String RENAMED_FROM = "dev.retort.revision.RenamedFrom";

  private FormerNames() {}

  /** The names that each table or column may have had; none for one that is stated to be new. */
  static Map<SchemaPath, List<String>> of(Map<SchemaPath, Element> origins, NamingRules naming) {
    Map<SchemaPath, List<String>> names = new HashMap<>();
    origins.forEach(
        (path, origin) -> {
          if (path.kind() == SchemaPath.Kind.TABLE || path.kind() == SchemaPath.Kind.COLUMN) {
            statedOn(origin, naming).ifPresent(former -> names.put(path, former));
          }
        });
    return names;
  }

  private static Optional<List<String>> statedOn(Element element, NamingRules naming) {
    return AnnotationUse.on(element, RENAMED_FROM)
        .map(
            use ->
                use.strings("value").stream()
                    .flatMap(text -> readings(text, Identifier.of(text), naming))
                    .distinct()
                    .toList());
  }

  /** As the database has the name, and as an annotation would have it. */
  private static Stream<String> readings(String text, Identifier name, NamingRules naming) {
    return Stream.of(text, name.stored(), naming.physical(name).stored());
  }
}
