package dev.retort.processor.report;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Reads what enum constants hold in a field from the sources: literals that a constructor assigns.
 */
final class EnumValueTrees {

  private final Trees trees;

  EnumValueTrees(Trees trees) {
    this.trees = trees;
  }

  /** The values in the order of the constants; empty when one is more than a literal. */
  Optional<List<Object>> of(TypeElement enumType, VariableElement field) {
    ClassTree source = trees.getTree(enumType);
    if (source == null) {
      return Optional.empty();
    }
    List<Object> values = new ArrayList<>();
    for (Element constant : enumType.getEnclosedElements()) {
      if (constant.getKind() == ElementKind.ENUM_CONSTANT) {
        Optional<Object> value =
            arguments(source, constant)
                .flatMap(arguments -> assigned(source, enumType, field, arguments));
        if (value.isEmpty()) {
          return Optional.empty();
        }
        values.add(value.get());
      }
    }
    return Optional.of(values);
  }

  private static Optional<List<? extends ExpressionTree>> arguments(
      ClassTree source, Element constant) {
    for (Tree member : source.getMembers()) {
      if (member instanceof VariableTree variable
          && variable.getName().contentEquals(constant.getSimpleName())
          && variable.getInitializer() instanceof NewClassTree creation) {
        return Optional.of(creation.getArguments());
      }
    }
    return Optional.empty();
  }

  /** What the one constructor of so many parameters gives to the field. */
  private static Optional<Object> assigned(
      ClassTree source,
      TypeElement enumType,
      VariableElement field,
      List<? extends ExpressionTree> arguments) {
    List<MethodTree> constructors = new ArrayList<>();
    for (Tree member : source.getMembers()) {
      if (member instanceof MethodTree method
          && method.getReturnType() == null
          && method.getParameters().size() == arguments.size()
          && !arguments.isEmpty()) {
        constructors.add(method);
      }
    }
    if (constructors.isEmpty() && hasLombokConstructor(enumType)) {
      int position = assignedFields(source).indexOf(field.getSimpleName().toString());
      return position >= 0 && position < arguments.size()
          ? literal(arguments.get(position))
          : Optional.empty();
    }
    return constructors.size() == 1
        ? assigned(constructors.get(0), field, arguments)
        : Optional.empty();
  }

  private static Optional<Object> assigned(
      MethodTree constructor, VariableElement field, List<? extends ExpressionTree> arguments) {
    Optional<Object> value = Optional.empty();
    for (StatementTree statement : constructor.getBody().getStatements()) {
      if (statement instanceof ExpressionStatementTree expression
          && expression.getExpression() instanceof AssignmentTree assignment
          && isField(assignment.getVariable(), field)) {
        value = literal(replaced(assignment.getExpression(), constructor, arguments));
      }
    }
    return value;
  }

  private static boolean isField(ExpressionTree target, VariableElement field) {
    if (target instanceof MemberSelectTree select) {
      return select.getIdentifier().contentEquals(field.getSimpleName())
          && select.getExpression() instanceof IdentifierTree owner
          && owner.getName().contentEquals("this");
    }
    return target instanceof IdentifierTree name
        && name.getName().contentEquals(field.getSimpleName());
  }

  /** The argument, where the expression is a parameter. */
  private static ExpressionTree replaced(
      ExpressionTree expression, MethodTree constructor, List<? extends ExpressionTree> arguments) {
    if (expression instanceof IdentifierTree name) {
      for (int i = 0; i < arguments.size(); i++) {
        if (constructor.getParameters().get(i).getName().contentEquals(name.getName())) {
          return arguments.get(i);
        }
      }
    }
    return expression;
  }

  private static Optional<Object> literal(ExpressionTree expression) {
    if (expression instanceof ParenthesizedTree inner) {
      return literal(inner.getExpression());
    }
    if (expression instanceof TypeCastTree cast) {
      return literal(cast.getExpression());
    }
    if (expression instanceof UnaryTree minus && minus.getKind() == Tree.Kind.UNARY_MINUS) {
      return literal(minus.getExpression())
          .filter(Integer.class::isInstance)
          .map(number -> -(Integer) number);
    }
    return expression instanceof LiteralTree literal
        ? Optional.ofNullable(literal.getValue())
        : Optional.empty();
  }

  private static boolean hasLombokConstructor(TypeElement enumType) {
    return enumType.getAnnotationMirrors().stream()
        .map(mirror -> mirror.getAnnotationType().toString())
        .anyMatch(
            name ->
                name.equals("lombok.AllArgsConstructor")
                    || name.equals("lombok.RequiredArgsConstructor"));
  }

  /** The fields that Lombok's constructor assigns, in order. */
  private static List<String> assignedFields(ClassTree source) {
    List<String> names = new ArrayList<>();
    for (Tree member : source.getMembers()) {
      if (member instanceof VariableTree variable
          && variable.getInitializer() == null
          && !variable.getModifiers().getFlags().contains(Modifier.STATIC)) {
        names.add(variable.getName().toString());
      }
    }
    return names;
  }
}
