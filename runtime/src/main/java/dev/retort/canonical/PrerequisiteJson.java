package dev.retort.canonical;

import static dev.retort.canonical.MembersBuilder.members;

import dev.retort.schema.Extension;
import dev.retort.schema.Prerequisites;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Namespaces and extensions as JSON, and back. */
final class PrerequisiteJson {

  private PrerequisiteJson() {}

  static void write(Prerequisites prerequisites, MembersBuilder schema) {
    schema
        .withUnlessEmpty("namespaces", List.copyOf(prerequisites.namespaces()), Json::text)
        .withUnlessEmpty(
            "extensions",
            List.copyOf(prerequisites.extensions().values()),
            PrerequisiteJson::write);
  }

  static Prerequisites read(Json.Members schema) {
    Set<String> namespaces = new LinkedHashSet<>();
    for (Json item : schema.items("namespaces")) {
      if (!namespaces.add(item.asText())) {
        throw new JsonException("namespace " + item.asText() + " is there twice");
      }
    }
    Map<String, Extension> extensions = new TreeMap<>();
    for (Json item : schema.items("extensions")) {
      Extension extension = readExtension(item);
      if (extensions.put(extension.name(), extension) != null) {
        throw new JsonException("extension " + extension.name() + " is there twice");
      }
    }
    return new Prerequisites(namespaces, extensions);
  }

  static Json write(Extension extension) {
    return members()
        .with("name", extension.name())
        .withOptional("namespace", extension.namespace())
        .build();
  }

  static Extension readExtension(Json json) {
    Json.Members members = json.asMembers();
    return new Extension(members.text("name"), members.optionalText("namespace"));
  }
}
