package dev.retort.processor.report;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Computes what a small method returns: conditions, switches, constants, and what enum constants
 * hold in their fields. Values are strings, characters, numbers, booleans and {@link Constant};
 * empty for null. Anything else is not plain, and then nothing is claimed.
 */
final class TreeValues {

  /** A constant of an enum. */
  record Constant(TypeElement type, Element element, int ordinal) {}

  /** Something that is not computed here. */
  static final class NotPlainException extends Exception {
    private static final long serialVersionUID = 1L;

    NotPlainException() {
      super(null, null, false, false);
    }
  }

  /** What would throw a NullPointerException. */
  static final class NullDereferencedException extends Exception {
    private static final long serialVersionUID = 1L;

    NullDereferencedException() {
      super(null, null, false, false);
    }
  }

  private static final int DEEPEST = 8;

  private final Trees trees;
  private final TreePath method;
  private final Optional<Constant> self;
  private final int depth;
  private final Map<String, Optional<Object>> variables = new HashMap<>();

  TreeValues(Trees trees, TreePath method) {
    this(trees, method, Optional.empty(), 0);
  }

  private TreeValues(Trees trees, TreePath method, Optional<Constant> self, int depth) {
    this.trees = trees;
    this.method = method;
    this.self = self;
    this.depth = depth;
  }

  /** What the method returns for its only argument. */
  Optional<Object> call(MethodTree called, Optional<Object> argument)
      throws NotPlainException, NullDereferencedException {
    variables.put(called.getParameters().get(0).getName().toString(), argument);
    return returned(called.getBody());
  }

  private Optional<Object> returned(BlockTree body)
      throws NotPlainException, NullDereferencedException {
    return run(body.getStatements()).orElseThrow(NotPlainException::new);
  }

  /** What a list of statements returns or yields; nothing if it runs to its end. */
  private Optional<Optional<Object>> run(List<? extends StatementTree> statements)
      throws NotPlainException, NullDereferencedException {
    for (StatementTree statement : statements) {
      Optional<Optional<Object>> returned = run(statement);
      if (returned.isPresent()) {
        return returned;
      }
    }
    return Optional.empty();
  }

  private Optional<Optional<Object>> run(StatementTree statement)
      throws NotPlainException, NullDereferencedException {
    if (statement instanceof ReturnTree returning && returning.getExpression() != null) {
      return Optional.of(value(returning.getExpression()));
    }
    if (statement instanceof YieldTree yielding) {
      return Optional.of(value(yielding.getValue()));
    }
    if (statement instanceof BlockTree block) {
      return run(block.getStatements());
    }
    if (statement instanceof IfTree branching) {
      if (isTrue(branching.getCondition())) {
        return run(branching.getThenStatement());
      }
      return branching.getElseStatement() == null
          ? Optional.empty()
          : run(branching.getElseStatement());
    }
    if (statement instanceof VariableTree variable && variable.getInitializer() != null) {
      variables.put(variable.getName().toString(), value(variable.getInitializer()));
      return Optional.empty();
    }
    if (statement instanceof SwitchTree choice) {
      return choose(choice.getExpression(), choice.getCases());
    }
    throw new NotPlainException();
  }

  private boolean isTrue(ExpressionTree condition)
      throws NotPlainException, NullDereferencedException {
    Object value = value(condition).orElseThrow(NullDereferencedException::new);
    if (value instanceof Boolean known) {
      return known;
    }
    throw new NotPlainException();
  }

  private Optional<Object> value(ExpressionTree expression)
      throws NotPlainException, NullDereferencedException {
    if (expression instanceof ParenthesizedTree inner) {
      return value(inner.getExpression());
    }
    if (expression instanceof TypeCastTree cast) {
      return value(cast.getExpression());
    }
    if (expression instanceof LiteralTree literal) {
      return Optional.ofNullable(literal.getValue());
    }
    if (expression instanceof ConditionalExpressionTree choice) {
      return value(
          isTrue(choice.getCondition()) ? choice.getTrueExpression() : choice.getFalseExpression());
    }
    if (expression instanceof UnaryTree unary) {
      return Optional.of(unary(unary));
    }
    if (expression instanceof BinaryTree binary) {
      return Optional.of(binary(binary));
    }
    if (expression instanceof SwitchExpressionTree choice) {
      return choose(choice.getExpression(), choice.getCases()).orElseThrow(NotPlainException::new);
    }
    if (expression instanceof IdentifierTree name) {
      Optional<Object> variable = variables.get(name.getName().toString());
      return variable != null ? variable : named(name);
    }
    if (expression instanceof MemberSelectTree select) {
      return selected(select);
    }
    if (expression instanceof MethodInvocationTree invocation) {
      return invoked(invocation);
    }
    throw new NotPlainException();
  }

  private Object unary(UnaryTree unary) throws NotPlainException, NullDereferencedException {
    if (unary.getKind() == Tree.Kind.LOGICAL_COMPLEMENT) {
      return !isTrue(unary.getExpression());
    }
    if (unary.getKind() == Tree.Kind.UNARY_MINUS
        && value(unary.getExpression()).orElse("") instanceof Integer number) {
      return -number;
    }
    throw new NotPlainException();
  }

  private Object binary(BinaryTree binary) throws NotPlainException, NullDereferencedException {
    return switch (binary.getKind()) {
      case CONDITIONAL_AND -> isTrue(binary.getLeftOperand()) && isTrue(binary.getRightOperand());
      case CONDITIONAL_OR -> isTrue(binary.getLeftOperand()) || isTrue(binary.getRightOperand());
      case EQUAL_TO -> value(binary.getLeftOperand()).equals(value(binary.getRightOperand()));
      case NOT_EQUAL_TO -> !value(binary.getLeftOperand()).equals(value(binary.getRightOperand()));
      default -> throw new NotPlainException();
    };
  }

  private Optional<Optional<Object>> choose(ExpressionTree selector, List<? extends CaseTree> cases)
      throws NotPlainException, NullDereferencedException {
    Object chosen = value(selector).orElseThrow(NullDereferencedException::new);
    for (int i = 0; i < cases.size(); i++) {
      CaseTree each = cases.get(i);
      if (each.getExpressions().isEmpty() || isOneOf(chosen, each.getExpressions())) {
        return chosen(cases.subList(i, cases.size()));
      }
    }
    return Optional.empty();
  }

  /** The body of a case; with colons, those of the following ones until one returns. */
  private Optional<Optional<Object>> chosen(List<? extends CaseTree> cases)
      throws NotPlainException, NullDereferencedException {
    CaseTree first = cases.get(0);
    if (first.getCaseKind() == CaseTree.CaseKind.RULE) {
      return first.getBody() instanceof ExpressionTree expression
          ? Optional.of(value(expression))
          : first.getBody() instanceof ExpressionStatementTree
              ? Optional.empty()
              : run((StatementTree) first.getBody());
    }
    for (CaseTree each : cases) {
      Optional<Optional<Object>> returned = run(each.getStatements());
      if (returned.isPresent()) {
        return returned;
      }
    }
    return Optional.empty();
  }

  private boolean isOneOf(Object chosen, List<? extends ExpressionTree> labels)
      throws NotPlainException, NullDereferencedException {
    for (ExpressionTree label : labels) {
      boolean matches =
          chosen instanceof Constant constant
              ? label instanceof IdentifierTree name
                  && name.getName().contentEquals(constant.element().getSimpleName())
              : value(label).equals(Optional.of(chosen));
      if (matches) {
        return true;
      }
    }
    return false;
  }

  /** A field of the enum constant whose method this is, or a constant of a class. */
  private Optional<Object> named(ExpressionTree name) throws NotPlainException {
    Element element = trees.getElement(new TreePath(method, name));
    if (element instanceof VariableElement field
        && self.isPresent()
        && field.getEnclosingElement().equals(self.get().type())
        && field.getKind() == ElementKind.FIELD) {
      return Optional.of(held(self.get(), field));
    }
    return constant(element);
  }

  private static Optional<Object> constant(Element element) throws NotPlainException {
    if (element instanceof VariableElement field) {
      if (field.getConstantValue() != null) {
        return Optional.of(field.getConstantValue());
      }
      if (field.getKind() == ElementKind.ENUM_CONSTANT
          && field.getEnclosingElement() instanceof TypeElement type) {
        List<? extends Element> constants =
            type.getEnclosedElements().stream()
                .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
                .toList();
        return Optional.of(new Constant(type, field, constants.indexOf(field)));
      }
    }
    throw new NotPlainException();
  }

  private Optional<Object> selected(MemberSelectTree select)
      throws NotPlainException, NullDereferencedException {
    String name = select.getIdentifier().toString();
    String owner = select.getExpression().toString();
    if (owner.equals("Boolean") || owner.equals("java.lang.Boolean")) {
      return Optional.of(name.equals("TRUE"));
    }
    if (owner.equals("this")
        || trees.getElement(new TreePath(method, select.getExpression())) instanceof TypeElement) {
      return named(select);
    }
    Object target = value(select.getExpression()).orElseThrow(NullDereferencedException::new);
    if (target instanceof Constant constant) {
      for (Element field : constant.type().getEnclosedElements()) {
        if (field.getKind() == ElementKind.FIELD && field.getSimpleName().contentEquals(name)) {
          return Optional.of(held(constant, (VariableElement) field));
        }
      }
    }
    throw new NotPlainException();
  }

  private Object held(Constant constant, VariableElement field) throws NotPlainException {
    return new EnumValueTrees(trees)
        .of(constant.type(), field)
        .map(values -> values.get(constant.ordinal()))
        .orElseThrow(NotPlainException::new);
  }

  private Optional<Object> invoked(MethodInvocationTree invocation)
      throws NotPlainException, NullDereferencedException {
    if (!(invocation.getMethodSelect() instanceof MemberSelectTree select)) {
      throw new NotPlainException();
    }
    String name = select.getIdentifier().toString();
    List<? extends ExpressionTree> arguments = invocation.getArguments();
    String owner = select.getExpression().toString();
    if (owner.equals("Objects") && name.equals("equals") && arguments.size() == 2) {
      return Optional.of(value(arguments.get(0)).equals(value(arguments.get(1))));
    }
    if (owner.equals("String") && name.equals("valueOf") && arguments.size() == 1) {
      return Optional.of(text(value(arguments.get(0))));
    }
    if (List.of("Integer", "Long", "Short", "Boolean").contains(owner)
        && name.equals("valueOf")
        && arguments.size() == 1) {
      return value(arguments.get(0));
    }
    Object target = value(select.getExpression()).orElseThrow(NullDereferencedException::new);
    if (name.equals("equals") && arguments.size() == 1) {
      return Optional.of(value(arguments.get(0)).equals(Optional.of(target)));
    }
    if (!arguments.isEmpty()) {
      throw new NotPlainException();
    }
    if (target instanceof Constant constant) {
      return Optional.of(ofConstant(constant, name));
    }
    return Optional.of(ofPlain(target, name));
  }

  private static String text(Optional<Object> value) throws NotPlainException {
    Object known = value.orElseThrow(NotPlainException::new);
    if (known instanceof Constant) {
      throw new NotPlainException();
    }
    return known.toString();
  }

  private static Object ofPlain(Object target, String name) throws NotPlainException {
    if (target instanceof String text) {
      return switch (name) {
        case "toLowerCase" -> text.toLowerCase(Locale.ROOT);
        case "toUpperCase" -> text.toUpperCase(Locale.ROOT);
        case "toString" -> text;
        default -> throw new NotPlainException();
      };
    }
    if (name.equals("booleanValue") || name.equals("intValue")) {
      return target;
    }
    throw new NotPlainException();
  }

  private Object ofConstant(Constant constant, String name)
      throws NotPlainException, NullDereferencedException {
    if (name.equals("name")) {
      return constant.element().getSimpleName().toString();
    }
    if (name.equals("ordinal")) {
      return constant.ordinal();
    }
    ClassTree source = trees.getTree(constant.type());
    TreePath path = trees.getPath(constant.type());
    if (source == null || path == null || depth > DEEPEST) {
      throw new NotPlainException();
    }
    for (Tree member : source.getMembers()) {
      if (member instanceof MethodTree called
          && called.getName().contentEquals(name)
          && called.getParameters().isEmpty()
          && called.getBody() != null) {
        return new TreeValues(trees, new TreePath(path, called), Optional.of(constant), depth + 1)
            .returned(called.getBody())
            .orElseThrow(NotPlainException::new);
      }
    }
    throw new NotPlainException();
  }
}
