package dev.retort.operation;

import dev.retort.schema.DefinedObject;
import dev.retort.schema.ObjectDependencies;
import dev.retort.schema.ObjectId;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How an object is dropped and created again while others depend on it. */
final class ObjectRebuilds {

  private ObjectRebuilds() {}

  /**
   * Drops the object and what may depend on it, and creates all of it again.
   *
   * @param wanted the schema that is to be reached, with the definitions of what depends on it
   * @param schema the schema that is there
   * @param object the object as it is to be
   */
  static List<Operation> steps(Schema wanted, Schema schema, DefinedObject object) {
    Set<ObjectId> aside = ObjectDependencies.closure(schema.definedObjects(), Set.of(object.id()));
    List<Operation> steps = new ArrayList<>();
    ObjectDependencies.dropOrder(schema.definedObjects(), aside)
        .forEach(id -> steps.add(new DropObject(id)));
    ObjectDependencies.creationOrder(wanted.definedObjects(), aside)
        .forEach(each -> steps.add(new CreateObject(each)));
    return List.copyOf(steps);
  }
}
