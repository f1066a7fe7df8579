package shop;

import dev.retort.model.DatabaseFunction;
import dev.retort.model.DatabaseTrigger;
import dev.retort.model.DatabaseView;
import dev.retort.model.MaterializedView;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "items")
@DatabaseView(
    name = "item_names",
    query =
        """
        SELECT id, name  -- what the till shows
        FROM items;
        """)
@DatabaseView(name = "dear_items", query = "SELECT id, price FROM items WHERE price > 1000")
@MaterializedView(name = "item_count", query = "SELECT count(*) AS number FROM items")
class Item {
  @Id Long id;

  @Column(nullable = false)
  String name;

  Long price;
}

@DatabaseFunction(
    name = "stamp",
    definition =
        """
        RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          NEW.name := upper(NEW.name);
          RETURN NEW;
        END
        $$
        """)
@DatabaseTrigger(
    name = "stamp_items",
    table = "items",
    fires = "BEFORE INSERT OR UPDATE",
    definition = "FOR EACH ROW EXECUTE FUNCTION stamp()")
@DatabaseView(name = "cheap_items", query = "SELECT id FROM items WHERE price < 10", comment = "on offer")
interface Objects {}
