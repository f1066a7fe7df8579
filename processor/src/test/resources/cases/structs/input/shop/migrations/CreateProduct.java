package shop.migrations;

import static dev.retort.schema.Attribute.attribute;
import static dev.retort.schema.Column.column;
import static dev.retort.schema.PrimaryKey.primaryKey;
import static dev.retort.schema.SqlType.*;

import dev.retort.operation.Operations;
import dev.retort.revision.Migration;
import dev.retort.revision.Revision;

@Migration(
    revision = "1a2b3c4d5e6f",
    message = "Create product")
public final class CreateProduct implements Revision {
  @Override
  public void upgrade(Operations op) {
    op.createCompositeType(
        "price", attribute("amount", numeric(19, 2)), attribute("currency", varchar(3)));
    op.createCompositeType(
        "weight", attribute("grams", integer()), attribute("tare", integer()));
    op.createCompositeType("size", attribute("width", integer()));
    op.createTable(
        "product",
        column("id", bigint()).notNull(),
        column("price", userDefined("price")),
        column("weight", userDefined("weight")),
        primaryKey("id"));
  }

  @Override
  public void downgrade(Operations op) {
    op.dropTable("product");
    op.dropCompositeType("size");
    op.dropCompositeType("weight");
    op.dropCompositeType("price");
  }
}
