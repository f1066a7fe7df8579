package dev.retort.processor.generate;

import static dev.retort.processor.generate.Expression.atom;
import static dev.retort.processor.generate.Expression.call;
import static dev.retort.processor.generate.Expression.string;

import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Filling;
import dev.retort.operation.Filling.Assignment;
import dev.retort.operation.Rows;
import dev.retort.operation.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Values, and the rows and statements that hold them, as Java that gives the same ones. */
final class ValueExpressions {

  private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger MIN_LONG = BigInteger.valueOf(Long.MIN_VALUE);

  private final Imports imports;

  ValueExpressions(Imports imports) {
    this.imports = imports;
  }

  /** The call that records the statement. */
  Expression execute(ExecuteSql statement) {
    if (statement.reverse().isEmpty() && !statement.runsOutsideTransaction()) {
      return call("op.execute", parts(statement));
    }
    Expression written = call(imports.member(ExecuteSql.class, "sql"), parts(statement));
    if (statement.reverse().isPresent()) {
      written = written.then("reverse", parts(statement.reverse().get()));
    }
    if (statement.runsOutsideTransaction()) {
      written = written.then("outsideTransaction");
    }
    return call("op.execute", written);
  }

  /** {@code set(…).and(…).where(…).batchSize(…).pause(…)}. */
  Expression filling(Filling filling) {
    Assignment first = filling.assignments().get(0);
    Expression written =
        call(
            imports.member(Filling.class, "set"),
            string(first.column()),
            string(first.expression()));
    for (Assignment each : filling.assignments().subList(1, filling.assignments().size())) {
      written = written.then("and", string(each.column()), string(each.expression()));
    }
    if (filling.condition().isPresent()) {
      written = written.then("where", string(filling.condition().get()));
    }
    if (filling.batchSize() != Filling.DEFAULT_BATCH_SIZE) {
      written = written.then("batchSize", Expression.number(filling.batchSize()));
    }
    return filling.pause().isZero()
        ? written
        : written.then(
            "pause",
            call(
                imports.type(Duration.class) + ".ofMillis",
                Expression.number(filling.pause().toMillis())));
  }

  private Expression[] parts(ExecuteSql statement) {
    return Stream.concat(
            Stream.of(string(statement.sql())), arguments(statement.parameters()).stream())
        .toArray(Expression[]::new);
  }

  /** {@code columns(…).key(…).row(…).was(…)}. */
  Expression rows(Rows rows) {
    Expression written = call(imports.member(Rows.class, "columns"), strings(rows.columns()));
    if (!rows.key().isEmpty()) {
      written = written.then("key", strings(rows.key()));
    }
    if (rows.overridingSystemValue()) {
      written = written.then("overridingSystemValues");
    }
    for (int i = 0; i < rows.values().size(); i++) {
      written = written.then("row", arguments(rows.values().get(i)).toArray(Expression[]::new));
      if (!rows.former().isEmpty()) {
        written = written.then("was", arguments(rows.former().get(i)).toArray(Expression[]::new));
      }
    }
    return written;
  }

  private static Expression[] strings(List<String> texts) {
    return texts.stream().map(Expression::string).toArray(Expression[]::new);
  }

  /** The values as the last arguments of a method with a variable number of them. */
  List<Expression> arguments(List<Value> values) {
    if (values.size() == 1 && values.get(0).isNull()) {
      return List.of(atom("(Object) null"));
    }
    List<Expression> arguments = new ArrayList<>();
    values.forEach(value -> arguments.add(of(value)));
    return arguments;
  }

  private Expression of(Value value) {
    String text = value.text();
    return switch (value.kind()) {
      case NULL -> atom("null");
      case TEXT -> string(text);
      case BOOLEAN -> atom(text);
      case WHOLE -> whole(new BigInteger(text));
      case DECIMAL -> call("new " + imports.type(BigDecimal.class), string(text));
      case UUID -> call(imports.type(UUID.class) + ".fromString", string(text));
      case BYTES ->
          new Expression.Chain(
              List.of(
                  new Expression.Call(imports.type(HexFormat.class) + ".of", List.of()),
                  new Expression.Call("parseHex", List.of(string(text)))));
      case DATE -> parsed(LocalDate.class, text);
      case TIME -> parsed(LocalTime.class, text);
      case OFFSET_TIME -> parsed(OffsetTime.class, text);
      case TIMESTAMP -> parsed(LocalDateTime.class, text);
      case INSTANT -> parsed(Instant.class, text);
      case INTERVAL -> parsed(text.indexOf('T') >= 0 ? Duration.class : Period.class, text);
      case LIST -> list(value.items());
    };
  }

  private Expression parsed(Class<?> type, String text) {
    return call(imports.type(type) + ".parse", string(text));
  }

  private Expression whole(BigInteger value) {
    return value.compareTo(MAX_LONG) <= 0 && value.compareTo(MIN_LONG) >= 0
        ? Expression.number(value.longValueExact())
        : call("new " + imports.type(BigInteger.class), string(value.toString()));
  }

  private Expression list(List<Value> items) {
    boolean plain = items.stream().noneMatch(Value::isNull);
    String maker =
        plain ? imports.type(List.class) + ".of" : imports.type(Arrays.class) + ".asList";
    return call(maker, arguments(items).toArray(Expression[]::new));
  }
}
