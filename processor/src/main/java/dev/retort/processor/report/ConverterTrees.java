package dev.retort.processor.report;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/**
 * What a converter returns for each value of an enum or a boolean, where its source is plain:
 * Hibernate runs the converter to know the values that a column may have.
 */
final class ConverterTrees {

  private static final String METHOD = "convertToDatabaseColumn";

  private final Trees trees;

  ConverterTrees(Trees trees) {
    this.trees = trees;
  }

  /**
   * What the converter returns for each constant of the enum, in their order.
   *
   * @return values as {@link TreeValues} has them, empty for null; nothing if one is not plain
   */
  Optional<List<Optional<Object>>> ofEnum(TypeElement converter, TypeElement enumType) {
    List<Optional<Object>> values = new ArrayList<>();
    int ordinal = 0;
    for (Element constant : enumType.getEnclosedElements()) {
      if (constant.getKind() == ElementKind.ENUM_CONSTANT) {
        values.add(Optional.of(new TreeValues.Constant(enumType, constant, ordinal)));
        ordinal++;
      }
    }
    return of(converter, values);
  }

  /**
   * What the converter returns for false, for true, and for null if that is converted to a value.
   * One that fails on null is not plain: Hibernate does not start with it.
   */
  Optional<List<Optional<Object>>> ofBoolean(TypeElement converter) {
    return of(converter, List.of(Optional.of(false), Optional.of(true), Optional.empty()))
        .map(values -> values.get(2).isPresent() ? values : values.subList(0, 2));
  }

  private Optional<List<Optional<Object>>> of(
      TypeElement converter, List<Optional<Object>> arguments) {
    List<Optional<Object>> results = new ArrayList<>();
    try {
      for (Optional<Object> argument : arguments) {
        results.add(result(converter, argument));
      }
      return Optional.of(List.copyOf(results));
    } catch (TreeValues.NotPlainException | TreeValues.NullDereferencedException notPlain) {
      return Optional.empty();
    }
  }

  private Optional<Object> result(TypeElement converter, Optional<Object> argument)
      throws TreeValues.NotPlainException, TreeValues.NullDereferencedException {
    ClassTree source = trees.getTree(converter);
    TreePath path = trees.getPath(converter);
    if (source == null || path == null) {
      throw new TreeValues.NotPlainException();
    }
    for (Tree member : source.getMembers()) {
      if (member instanceof MethodTree method
          && method.getName().contentEquals(METHOD)
          && method.getParameters().size() == 1
          && method.getBody() != null) {
        return new TreeValues(trees, new TreePath(path, method)).call(method, argument);
      }
    }
    throw new TreeValues.NotPlainException();
  }
}
