package dev.retort.catalog;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.DefinedObject;
import dev.retort.schema.Definition;
import dev.retort.schema.IndexKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts of the server without the namespace that names without one mean. It writes none in a
 * session of that namespace, but where the namesake is a temporary one, as while texts are brought
 * into their normal form.
 */
final class OwnNamespace {

  private final Pattern names;
  private final Set<String> hidden = new HashSet<>();

  /**
   * What the server writes while there are temporary namesakes of all that is in the schema.
   *
   * @param namespace the one that names without one mean
   */
  OwnNamespace(String namespace, Schema schema) {
    String quoted = '"' + namespace.replace("\"", "\"\"") + '"';
    names =
        Pattern.compile(
            "(?<regclass>'(?:[^']|'')*+'(?=::regclass\\b))|'(?:[^']|'')*+'"
                + "|(?<![\\p{L}\\p{N}_$.\"])(?:"
                + Pattern.quote(namespace)
                + "|"
                + Pattern.quote(quoted)
                + ")\\.(?<local>\"(?:[^\"]|\"\")++\"|[\\p{L}_][\\p{L}\\p{N}_$]*+)"
                + "|\"(?:[^\"]|\"\")*+\"");
    schema.tables().keySet().forEach(this::hide);
    schema.sequences().keySet().forEach(this::hide);
    schema.enumTypes().keySet().forEach(this::hide);
    schema.compositeTypes().keySet().forEach(this::hide);
    schema.definedObjects().stream()
        .filter(View.class::isInstance)
        .forEach(view -> hide(view.id().name()));
  }

  private void hide(QualifiedName name) {
    if (name.namespace().isEmpty()) {
      hidden.add(name.local());
    }
  }

  /** The text with the names as the server writes them where nothing temporary is in the way. */
  String left(String text) {
    Matcher matcher = names.matcher(text);
    return matcher.replaceAll(found -> Matcher.quoteReplacement(replacement(matcher, found)));
  }

  private String replacement(Matcher matcher, MatchResult found) {
    String regclass = matcher.group("regclass");
    if (regclass != null) {
      return "'" + left(regclass.substring(1, regclass.length() - 1)) + "'";
    }
    String local = matcher.group("local");
    return local != null && hidden.contains(name(local)) ? local : found.group();
  }

  private static String name(String written) {
    return written.startsWith("\"")
        ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
        : written;
  }

  /** The table with such texts for its expressions. */
  Table left(Table table) {
    return table.withParts(
        table.columns().stream()
            .map(
                column ->
                    column
                        .withDefault(column.defaultExpression().map(this::left))
                        .withGeneration(column.generation().map(this::left)))
            .toList(),
        table.constraints().stream()
            .map(
                each ->
                    each instanceof CheckConstraint check
                        ? check.withExpression(left(check.expression()))
                        : each)
            .toList(),
        table.indexes().stream()
            .map(
                index ->
                    index
                        .withKeys(index.keys().stream().map(this::left).toList())
                        .withPredicate(index.predicate().map(this::left)))
            .toList());
  }

  private IndexKey left(IndexKey key) {
    return new IndexKey(
        key.column(),
        key.expression().map(this::left),
        key.descending(),
        key.nulls(),
        key.operatorClass());
  }

  /** A view or trigger with such a text; the text of a routine is its author's. */
  DefinedObject left(DefinedObject object) {
    Definition old = object.definition();
    Definition definition = new Definition(left(old.sql()), old.comment(), old.dependsOn());
    return object instanceof Routine ? object : object.withDefinition(definition);
  }
}
