package dev.retort.processor.entity.relational;

import dev.retort.schema.ObjectId;
import dev.retort.schema.QualifiedName;
import javax.lang.model.element.Element;

/** Takes note of the element that each part of a schema comes from. */
public interface Origins {
  void table(QualifiedName table, Element origin);

  void column(QualifiedName table, String column, Element origin);

  void constraint(QualifiedName table, String constraint, Element origin);

  void index(QualifiedName table, String index, Element origin);

  void sequence(QualifiedName sequence, Element origin);

  /** The sequence numbers the rows of the column's table. */
  void numbered(QualifiedName sequence, NumberedColumn column);

  void enumType(QualifiedName enumType, Element origin);

  void object(ObjectId id, Element origin);

  void compositeType(QualifiedName compositeType, Element origin);

  void attribute(QualifiedName compositeType, String attribute, Element origin);
}
