package dev.retort.processor.entity.relational;

import dev.retort.processor.entity.naming.HashedNames;
import dev.retort.processor.entity.naming.Identifier;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ReferentialAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * A foreign key in the making.
 *
 * @param name the name that an annotation gives
 * @param columns the referring columns
 * @param written what the association calls them, which a hashed name is made of
 * @param target the table referred to
 * @param referenced the columns referred to, paired by position
 * @param onDelete what a deleted parent row does
 * @param onUpdate what a changed parent key does
 * @param deferrability when it is checked
 * @param origin the association
 */
public record ForeignKeyDraft(
    Optional<Identifier> name,
    List<ColumnDraft> columns,
    List<Identifier> written,
    TableDraft target,
    List<ColumnDraft> referenced,
    ReferentialAction onDelete,
    ReferentialAction onUpdate,
    Deferrability deferrability,
    Element origin) {

  /**
   * What makes two foreign keys the same to Hibernate ({@code Table.ForeignKeyKey}): not the table
   * that they refer to, and of what they refer to only what is not its primary key.
   */
  List<Object> identity() {
    List<String> beside = referenced.stream().map(column -> column.name().canonical()).toList();
    return List.of(
        columns.stream().map(column -> column.name().canonical()).toList(),
        target.isPrimaryKey(referenced) ? List.of() : beside);
  }

  ForeignKeyDraft deleting(ReferentialAction action) {
    return new ForeignKeyDraft(
        name, columns, written, target, referenced, action, onUpdate, deferrability, origin);
  }

  ForeignKeyDraft named(Optional<Identifier> newName) {
    return new ForeignKeyDraft(
        newName, columns, written, target, referenced, onDelete, onUpdate, deferrability, origin);
  }

  /** The key as the table of a concrete subclass repeats it. */
  ForeignKeyDraft repeated() {
    return new ForeignKeyDraft(
        Optional.empty(),
        columns,
        written,
        target,
        referenced,
        ReferentialAction.NO_ACTION,
        ReferentialAction.NO_ACTION,
        deferrability,
        origin);
  }

  /**
   * The finished key. Its pairs are listed in the order of the primary key's columns where it
   * refers to the whole of one, because Hibernate writes {@code references t} and no columns.
   */
  ForeignKey finished(TableDraft owner) {
    List<ColumnDraft> keyOrder = target.orderedPrimaryKey();
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      order.add(i);
    }
    if (keyOrder.size() == referenced.size() && keyOrder.containsAll(referenced)) {
      order.sort(Comparator.comparingInt(i -> keyOrder.indexOf(referenced.get(i))));
    }
    return new ForeignKey(
            name.map(Identifier::stored).orElseGet(() -> hashedName(owner)),
            order.stream().map(i -> columns.get(i).name().stored()).toList(),
            target.qualifiedName(),
            order.stream().map(i -> referenced.get(i).name().stored()).toList(),
            onDelete,
            onUpdate)
        .withDeferrability(deferrability);
  }

  private String hashedName(TableDraft owner) {
    return Identifier.of(HashedNames.foreignKey(owner.name(), target.name(), written)).stored();
  }
}
