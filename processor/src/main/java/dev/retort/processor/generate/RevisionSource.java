package dev.retort.processor.generate;

import static dev.retort.processor.generate.Expression.string;

import dev.retort.operation.Operations;
import dev.retort.processor.generate.Layout.Fill;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes the Java source of a revision as a person would who formats with google-java-format.
 * Whatever names and texts the draft holds, the source compiles, and its methods record the draft's
 * operations.
 */
public final class RevisionSource {

  /** Beyond this a method may exceed the 64 KB of the class file format, so it is split. */
  private static final int MAX_METHOD = 50_000;

  private final RevisionDraft draft;
  private final Imports imports = new Imports();
  private final SchemaExpressions schema = new SchemaExpressions(imports);
  private final CompositeExpressions composites = new CompositeExpressions(schema, imports);

  private RevisionSource(RevisionDraft draft) {
    this.draft = draft;
  }

  /** The source file of the draft, with a final line end. */
  public static String of(RevisionDraft draft) {
    return new RevisionSource(draft).write();
  }

  private String write() {
    String body =
        javadoc()
            + annotation()
            + "\npublic final class "
            + draft.className()
            + " implements "
            + imports.type(Revision.class)
            + " {\n\n"
            + method("upgrade", draft.upgrade())
            + "\n"
            + method("downgrade", draft.downgrade())
            + "}\n";
    String packageLine =
        draft.packageName().isEmpty() ? "" : "package " + draft.packageName() + ";\n\n";
    return packageLine + imports.text() + body;
  }

  private String javadoc() {
    String message = JavaText.javadoc(draft.message());
    String summary = message.isEmpty() ? "A revision without a message." : sentence(message);
    String place =
        draft.downRevisions().isEmpty()
            ? "the first one."
            : "follows " + String.join(" and ", draft.downRevisions()) + ".";
    return "/**\n"
        + filled(summary)
        + " *\n"
        + filled("<p>Revision " + draft.id() + ", " + place)
        + " */\n";
  }

  private static String sentence(String text) {
    return text.endsWith(".") || text.endsWith("!") || text.endsWith("?") ? text : text + ".";
  }

  /** The words as lines of a Javadoc comment. */
  private static String filled(String words) {
    StringBuilder text = new StringBuilder();
    StringBuilder line = new StringBuilder(" *");
    for (String word : words.split(" ", -1)) {
      if (line.length() > 2 && line.length() + 1 + word.length() > 100) {
        text.append(line).append('\n');
        line.setLength(2);
      }
      line.append(' ').append(word);
    }
    return text.append(line).append('\n').toString();
  }

  private String annotation() {
    // Several values in braces have lines of their own, and then the others have too.
    boolean forced =
        Stream.of(
                draft.downRevisions(),
                draft.dependsOn(),
                draft.branchLabels(),
                draft.replaces(),
                draft.formerChecksums())
            .anyMatch(values -> values.size() > 1);
    Layout layout = new Layout();
    layout.token("@" + imports.type(Migration.class)).open(4).token("(").breakHere("");
    member(layout, "revision", string(draft.id()));
    members(layout, "downRevision", draft.downRevisions(), forced);
    members(layout, "dependsOn", draft.dependsOn(), forced);
    members(layout, "branchLabels", draft.branchLabels(), forced);
    members(layout, "replaces", draft.replaces(), forced);
    members(layout, "formerChecksums", draft.formerChecksums(), forced);
    separator(layout, forced);
    member(layout, "message", string(draft.message()));
    if (draft.irreversible()) {
      separator(layout, forced);
      layout.token("irreversible = true");
    }
    separator(layout, forced);
    member(layout, "created", string(draft.created().toString()));
    return layout.token(")").close().print(0);
  }

  private static void members(Layout layout, String name, List<String> values, boolean forced) {
    if (values.size() > 1) {
      separator(layout, forced);
      layout.open(0).token(name + " = ");
      new Expression.MemberValues(values.stream().map(Expression::string).toList()).layOut(layout);
      layout.close();
    } else if (!values.isEmpty()) {
      separator(layout, forced);
      member(layout, name, string(values.get(0)));
    }
  }

  private static void separator(Layout layout, boolean forced) {
    layout.token(",").breakHere(forced ? Fill.FORCED : Fill.UNIFIED, " ", 0);
  }

  private static void member(Layout layout, String name, Expression value) {
    layout.open(4).token(name + " =").breakHere(" ");
    value.layOut(layout);
    layout.close();
  }

  private String method(String name, List<DraftedOperation> operations) {
    String signature = "public void " + name + "(" + imports.type(Operations.class) + " op)";
    List<String> parts = parts(operations);
    if (parts.isEmpty()) {
      return "  @Override\n  " + signature + " {}\n";
    }
    if (parts.size() == 1) {
      return "  @Override\n  " + signature + " {\n" + parts.get(0) + "  }\n";
    }
    StringBuilder calls = new StringBuilder();
    StringBuilder methods = new StringBuilder();
    for (int i = 0; i < parts.size(); i++) {
      String part = name + "Part" + (i + 1);
      calls.append("    ").append(part).append("(op);\n");
      methods.append("\n  private static void ").append(part).append("(Operations op) {\n");
      methods.append(parts.get(i)).append("  }\n");
    }
    return "  @Override\n  " + signature + " {\n" + calls + "  }\n" + methods;
  }

  /** The statements, in as many bodies as it takes to keep each method within its limit. */
  private List<String> parts(List<DraftedOperation> operations) {
    List<String> parts = new ArrayList<>();
    Recorders recorders = new Recorders();
    StringBuilder statements = new StringBuilder();
    for (DraftedOperation drafted : operations) {
      if (statements.length() > MAX_METHOD) {
        parts.add(declarations(recorders) + statements);
        recorders = new Recorders();
        statements.setLength(0);
      }
      OperationStatements writer = new OperationStatements(schema, composites, recorders);
      drafted
          .comment()
          .forEach(
              line -> statements.append("    // ").append(JavaText.lineComment(line)).append('\n'));
      statements.append(statement(drafted.operation().accept(writer)));
    }
    if (!statements.isEmpty()) {
      parts.add(declarations(recorders) + statements);
    }
    return parts;
  }

  private String declarations(Recorders recorders) {
    StringBuilder declarations = new StringBuilder();
    for (Map.Entry<String, String> each : recorders.variables().entrySet()) {
      Layout layout = new Layout();
      layout.open(4).token(imports.type(Operations.class) + " " + each.getValue() + " =");
      layout.breakHere(" ");
      Expression.call("op.in", string(each.getKey())).layOut(layout);
      declarations.append(layout.token(";").close().print(4)).append('\n');
    }
    return declarations.toString();
  }

  private static String statement(Expression expression) {
    Layout layout = new Layout();
    expression.layOut(layout);
    return layout.token(";").print(4) + "\n";
  }
}
