package dev.retort.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.retort.revision.CompiledUpgrade;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Writes the part of the registry that knows the statements of upgrades: nested classes, which are
 * loaded only where there is something to apply, and each of which asks the next one for what it
 * does not know.
 */
final class RegistryUpgrades {

  /** How many statements a method holds whose code is to stay well below 64 KB. */
  private static final int STATEMENTS = 2_000;

  private static final String NAME = "Upgrades";

  private RegistryUpgrades() {}

  /** Adds them to the registry, unless no revision has any. */
  static void add(
      TypeSpec.Builder registry, ClassName registryName, List<RegistryEntry> revisions) {
    List<List<RegistryEntry>> parts = parts(revisions);
    if (parts.isEmpty()) {
      return;
    }
    registry.addMethod(
        MethodSpec.methodBuilder("compiledUpgrade")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PUBLIC)
            .returns(ParameterizedTypeName.get(Optional.class, CompiledUpgrade.class))
            .addParameter(String.class, "id")
            .addStatement("return $T.ofNullable($T.of(id))", Optional.class, part(registryName, 1))
            .build());
    registry.addMethod(
        MethodSpec.methodBuilder("upgrade")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .returns(CompiledUpgrade.class)
            .addParameter(int.class, "locks")
            .addParameter(String[].class, "statements")
            .varargs()
            .addStatement(
                "return new $T(locks, $T.of(statements))", CompiledUpgrade.class, List.class)
            .build());
    for (int i = 1; i <= parts.size(); i++) {
      CodeBlock others =
          i == parts.size()
              ? CodeBlock.of("null")
              : CodeBlock.of("$T.of(id)", part(registryName, i + 1));
      registry.addType(part(NAME + i, parts.get(i - 1), others));
    }
  }

  private static ClassName part(ClassName registryName, int number) {
    return registryName.nestedClass(NAME + number);
  }

  /** The revisions that have statements, as many together as a class holds. */
  private static List<List<RegistryEntry>> parts(List<RegistryEntry> revisions) {
    List<List<RegistryEntry>> parts = new ArrayList<>();
    int room = 0;
    for (RegistryEntry revision : revisions) {
      if (revision.upgrade().isEmpty()) {
        continue;
      }
      int statements = revision.upgrade().get().statements().size();
      if (parts.isEmpty()
          || statements > room
          || parts.get(parts.size() - 1).size() == RegistrySource.CHUNK) {
        parts.add(new ArrayList<>());
        room = STATEMENTS;
      }
      parts.get(parts.size() - 1).add(revision);
      room -= statements;
    }
    return parts;
  }

  private static TypeSpec part(String name, List<RegistryEntry> revisions, CodeBlock others) {
    CodeBlock.Builder code = CodeBlock.builder().add("return switch (id) {\n$>");
    for (RegistryEntry revision : revisions) {
      CompiledUpgrade upgrade = revision.upgrade().orElseThrow();
      code.add(
          "case $L -> upgrade(\n$>$>$L",
          JavaText.asciiLiteral(revision.info().id()),
          upgrade.locks());
      for (String statement : upgrade.statements()) {
        code.add(",\n$L", JavaText.asciiLiteral(statement));
      }
      code.add(");\n$<$<");
    }
    code.add("default -> $L;\n$<};\n", others);
    return TypeSpec.classBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .addMethod(
            MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.STATIC)
                .returns(CompiledUpgrade.class)
                .addParameter(String.class, "id")
                .addCode(code.build())
                .build())
        .build();
  }
}
