package dev.retort.diff;

import dev.retort.operation.CreateExtension;
import dev.retort.operation.CreateNamespace;
import dev.retort.operation.DropExtension;
import dev.retort.operation.DropNamespace;
import dev.retort.schema.Extension;
import dev.retort.schema.Prerequisites;

/**
 * The difference between what two schemas have before they have tables. An extension whose
 * namespace alone differs is left where it is: many cannot be moved.
 */
final class PrerequisiteDiffer {

  private PrerequisiteDiffer() {}

  static void diff(Prerequisites from, Prerequisites to, Script script) {
    for (String namespace : to.namespaces()) {
      if (!from.namespaces().contains(namespace)) {
        script.add(Phase.CREATE_NAMESPACES, new CreateNamespace(namespace));
      }
    }
    for (Extension extension : to.extensions().values()) {
      if (!from.extensions().containsKey(extension.name())) {
        script.add(Phase.CREATE_EXTENSIONS, new CreateExtension(extension));
      }
    }
    for (String extension : from.extensions().keySet()) {
      if (!to.extensions().containsKey(extension)) {
        script.add(Phase.DROP_EXTENSIONS, new DropExtension(extension));
      }
    }
    for (String namespace : from.namespaces()) {
      if (!to.namespaces().contains(namespace)) {
        script.add(Phase.DROP_NAMESPACES, new DropNamespace(namespace));
      }
    }
  }
}
