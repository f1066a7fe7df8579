package dev.retort.processor.generate;

import static dev.retort.processor.generate.Expression.call;
import static dev.retort.processor.generate.Expression.string;

import dev.retort.operation.CompositeRebuild;
import dev.retort.schema.Attribute;
import dev.retort.schema.CompositeType;
import dev.retort.schema.EnumColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Composite types as the expressions that a revision makes them with. */
final class CompositeExpressions {

  private final SchemaExpressions schema;
  private final Imports imports;

  CompositeExpressions(SchemaExpressions schema, Imports imports) {
    this.schema = schema;
    this.imports = imports;
  }

  Expression attribute(Attribute attribute) {
    return call(
        imports.member(Attribute.class, "attribute"),
        string(attribute.name()),
        schema.type(attribute.type()));
  }

  Expression[] attributes(List<Attribute> attributes) {
    return attributes.stream().map(this::attribute).toArray(Expression[]::new);
  }

  Expression rebuild(CompositeRebuild rebuild) {
    Expression written =
        call(
            imports.member(CompositeRebuild.class, "attributes"), attributes(rebuild.attributes()));
    for (Map.Entry<String, String> each : rebuild.values().entrySet()) {
      written = written.then("giving", string(each.getKey()), string(each.getValue()));
    }
    for (EnumColumn column : rebuild.columns()) {
      written = written.then("usedBy", schema.enumColumnArguments(column));
    }
    for (CompositeRebuild.Outer outer : rebuild.outer()) {
      List<Expression> arguments = new ArrayList<>();
      arguments.add(compositeType(outer.type()));
      outer.columns().forEach(column -> arguments.add(schema.enumColumn(column)));
      written = written.then("inside", arguments.toArray(Expression[]::new));
    }
    return written;
  }

  private Expression compositeType(CompositeType type) {
    if (type.name().namespace().isEmpty()) {
      List<Expression> arguments = new ArrayList<>();
      arguments.add(string(type.name().local()));
      arguments.addAll(List.of(attributes(type.attributes())));
      return call(
          imports.member(CompositeType.class, "compositeType"),
          arguments.toArray(Expression[]::new));
    }
    return call(
        "new " + imports.type(CompositeType.class),
        schema.qualifiedName(type.name()),
        call(imports.type(List.class) + ".of", attributes(type.attributes())));
  }
}
