package shop;

import dev.retort.model.DatabaseFunction;
import dev.retort.model.DatabaseTrigger;
import dev.retort.model.DatabaseView;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

@Entity
@DatabaseView(name = "names", query = "SELECT 1")
@DatabaseView(name = "Item", query = "SELECT 1")
@DatabaseView(name = "open", query = "SELECT 'one")
@DatabaseView(name = "item", query = "SELECT 1")
class Item {
  @Id Long id;
}

@DatabaseView(name = "names", query = "SELECT 2")
@DatabaseFunction(name = "total", arguments = "a integer)", definition = "RETURNS integer")
@DatabaseTrigger(
    name = "stamp",
    table = "itms",
    fires = "BEFORE INSERT",
    definition = "FOR EACH ROW EXECUTE FUNCTION stamp()")
interface Twice {}
