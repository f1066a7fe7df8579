package dev.retort.processor.entity;

import dev.retort.processor.entity.naming.Identifier;
import dev.retort.processor.entity.naming.NamingRules;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.schema.QualifiedName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/** What tables and columns were called before, as {@code @RenamedFrom} states it. */
public final class FormerNames {

  /** The annotation. */
  public static final String RENAMED_FROM = "dev.retort.revision.RenamedFrom";

  private FormerNames() {}

  /**
   * What each table or column may have been, columns in the table that they are in now; nothing for
   * one that is stated to be new.
   */
  static Map<SchemaPath, List<SchemaPath>> of(
      Map<SchemaPath, Element> origins, NamingRules naming) {
    Map<SchemaPath, List<SchemaPath>> former = new HashMap<>();
    origins.forEach(
        (path, origin) -> {
          if (path.kind() == SchemaPath.Kind.TABLE || path.kind() == SchemaPath.Kind.COLUMN) {
            AnnotationUse.on(origin, RENAMED_FROM)
                .map(
                    use ->
                        use.strings("value").stream()
                            .flatMap(text -> readings(text, path, naming))
                            .distinct()
                            .toList())
                .ifPresent(paths -> former.put(path, paths));
          }
        });
    return former;
  }

  private static Stream<SchemaPath> readings(String text, SchemaPath path, NamingRules naming) {
    return path.kind() == SchemaPath.Kind.COLUMN
        ? readings(text, naming).map(name -> SchemaPath.column(path.owner(), name))
        : tables(text, path.owner(), naming).map(SchemaPath::table);
  }

  /** In the table's own namespace, or in the one that is named before a dot. */
  private static Stream<QualifiedName> tables(
      String text, QualifiedName table, NamingRules naming) {
    Stream<QualifiedName> beside = readings(text, naming).map(table::withLocal);
    Stream<QualifiedName> elsewhere =
        IntStream.range(1, text.length() - 1)
            .filter(place -> text.charAt(place) == '.')
            .boxed()
            .flatMap(
                dot ->
                    readings(text.substring(0, dot), naming)
                        .flatMap(FormerNames::namespaces)
                        .flatMap(
                            namespace ->
                                readings(text.substring(dot + 1), naming)
                                    .map(local -> new QualifiedName(namespace, local))));
    return Stream.concat(beside, elsewhere);
  }

  /** What nobody says to be elsewhere is called to be in public. */
  private static Stream<Optional<String>> namespaces(String name) {
    Stream<Optional<String>> named = Stream.of(Optional.of(name));
    return name.equals(QualifiedName.DEFAULT_NAMESPACE)
        ? Stream.concat(Stream.of(Optional.empty()), named)
        : named;
  }

  /** As the database has the name, and as an annotation would have it. */
  private static Stream<String> readings(String text, NamingRules naming) {
    Identifier name = Identifier.of(text);
    return Stream.of(text, name.stored(), naming.physical(name).stored())
        .distinct()
        .filter(reading -> !reading.isBlank());
  }
}
