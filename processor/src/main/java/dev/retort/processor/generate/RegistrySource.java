package dev.retort.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.RevisionRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/**
 * Writes the registry: plain Java, without reflection.
 *
 * <p>It bears no {@code @Generated}: nobody claims that annotation, so {@code -Xlint:processing
 * -Werror} would fail on it.
 *
 * <p>A class file holds at most 65,535 constants, and a method 64 KB. So where there are many
 * revisions, nested classes hold {@value #CHUNK} of them each.
 */
public final class RegistrySource {

  static final int CHUNK = 250;

  private static final CodeBlock UNKNOWN =
      CodeBlock.of("throw new $T($S + id)", IllegalArgumentException.class, "no revision ");

  private static final TypeName TEXTS =
      ParameterizedTypeName.get(Map.class, String.class, String.class);
  private static final TypeName LISTS =
      ParameterizedTypeName.get(
          ClassName.get(Map.class),
          ClassName.get(String.class),
          ParameterizedTypeName.get(List.class, String.class));
  private static final TypeName INFOS = ParameterizedTypeName.get(List.class, RevisionInfo.class);

  private RegistrySource() {}

  /**
   * The source file of a registry.
   *
   * @param packageName its package; empty for the unnamed one
   * @param className its simple name
   * @param revisions the revisions, each after those that it follows
   */
  public static JavaFile of(String packageName, String className, List<RegistryEntry> revisions) {
    TypeSpec.Builder registry =
        TypeSpec.classBuilder(className)
            .addJavadoc(
                "The revisions of this application, written by Retort from its {@code @Migration}"
                    + " classes at\neach compilation. Found by {@link java.util.ServiceLoader}.\n")
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(RevisionRegistry.class)
            .addField(heads(revisions));
    registry.addMethod(overriding("heads").returns(TEXTS).addStatement("return HEADS").build());
    formerHeads(revisions).ifPresent(registry::addMethod);
    if (revisions.size() <= CHUNK) {
      registry
          .addMethod(overriding("revisions").returns(INFOS).addCode(returnList(revisions)).build())
          .addMethod(create(overriding("create"), revisions, UNKNOWN));
    } else {
      addParts(registry, ClassName.get(packageName, className), revisions);
    }
    RegistryUpgrades.add(registry, ClassName.get(packageName, className), revisions);
    if (!revisions.isEmpty()) {
      registry.addMethod(infoFactory());
    }
    return JavaFile.builder(packageName, registry.build())
        .skipJavaLangImports(true)
        .indent("  ")
        .build();
  }

  /** Each part knows its own revisions and asks the next one for the others. */
  private static void addParts(
      TypeSpec.Builder registry, ClassName registryName, List<RegistryEntry> revisions) {
    MethodSpec.Builder all =
        overriding("revisions")
            .returns(INFOS)
            .addStatement("$T all = new $T<>()", INFOS, ArrayList.class);
    List<TypeSpec> parts = new ArrayList<>();
    for (int start = 0; start < revisions.size(); start += CHUNK) {
      int end = Math.min(start + CHUNK, revisions.size());
      ClassName part = registryName.nestedClass("Part" + (parts.size() + 1));
      ClassName next = registryName.nestedClass("Part" + (parts.size() + 2));
      CodeBlock others = end == revisions.size() ? UNKNOWN : CodeBlock.of("$T.create(id)", next);
      all.addStatement("all.addAll($T.revisions())", part);
      parts.add(part(part, revisions.subList(start, end), others));
    }
    registry
        .addMethod(all.addStatement("return $T.copyOf(all)", List.class).build())
        .addMethod(
            overriding("create")
                .returns(Revision.class)
                .addParameter(String.class, "id")
                .addStatement("return $T.create(id)", registryName.nestedClass("Part1"))
                .build())
        .addTypes(parts);
  }

  private static TypeSpec part(ClassName name, List<RegistryEntry> revisions, CodeBlock others) {
    return TypeSpec.classBuilder(name)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .addMethod(
            MethodSpec.methodBuilder("revisions")
                .addModifiers(Modifier.STATIC)
                .returns(INFOS)
                .addCode(returnList(revisions))
                .build())
        .addMethod(
            create(
                MethodSpec.methodBuilder("create").addModifiers(Modifier.STATIC),
                revisions,
                others))
        .build();
  }

  private static FieldSpec heads(List<RegistryEntry> revisions) {
    Map<String, CodeBlock> checksums = new TreeMap<>();
    for (RevisionInfo head : headInfos(revisions)) {
      checksums.put(head.id(), CodeBlock.of("$L", JavaText.asciiLiteral(head.checksum())));
    }
    return FieldSpec.builder(TEXTS, "HEADS", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(map(checksums))
        .build();
  }

  /** What heads were before a squash; most histories have none. */
  private static Optional<MethodSpec> formerHeads(List<RegistryEntry> revisions) {
    Map<String, CodeBlock> checksums = new TreeMap<>();
    for (RevisionInfo head : headInfos(revisions)) {
      if (!head.formerChecksums().isEmpty()) {
        checksums.put(
            head.id(), CodeBlock.of("$T.of($L)", List.class, literals(head.formerChecksums())));
      }
    }
    return checksums.isEmpty()
        ? Optional.empty()
        : Optional.of(
            overriding("formerHeads")
                .returns(LISTS)
                .addStatement("return $L", map(checksums))
                .build());
  }

  private static List<RevisionInfo> headInfos(List<RegistryEntry> revisions) {
    Set<String> followed = new HashSet<>();
    revisions.forEach(revision -> followed.addAll(revision.info().prerequisites()));
    return revisions.stream()
        .map(RegistryEntry::info)
        .filter(info -> !followed.contains(info.id()))
        .toList();
  }

  private static CodeBlock map(Map<String, CodeBlock> values) {
    if (values.isEmpty()) {
      return CodeBlock.of("$T.of()", Map.class);
    }
    // Map.of takes ten pairs at most.
    boolean few = values.size() <= 10;
    CodeBlock pairs =
        values.entrySet().stream()
            .map(
                each ->
                    CodeBlock.of(
                        few ? "$L, $L" : "Map.entry($L, $L)",
                        JavaText.asciiLiteral(each.getKey()),
                        each.getValue()))
            .collect(CodeBlock.joining(",\n"));
    return CodeBlock.of("$T.$L(\n$>$>$L$<$<)", Map.class, few ? "of" : "ofEntries", pairs);
  }

  private static CodeBlock returnList(List<RegistryEntry> revisions) {
    if (revisions.isEmpty()) {
      return CodeBlock.builder().addStatement("return $T.of()", List.class).build();
    }
    CodeBlock items =
        revisions.stream()
            .map(RegistryEntry::info)
            .map(RegistrySource::info)
            .collect(CodeBlock.joining(",\n"));
    // An array, and no List.of inside it: javac takes seconds to infer the types of so many calls.
    return CodeBlock.builder()
        .add("$T[] revisions = {\n$>$L\n$<};\n", RevisionInfo.class, items)
        .addStatement("return $T.of(revisions)", List.class)
        .build();
  }

  private static CodeBlock info(RevisionInfo info) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .add("revision(\n$>$>$L,\n", JavaText.asciiLiteral(info.id()))
            .add("$L,\n", JavaText.asciiLiteral(info.message()))
            .add("$L", JavaText.asciiLiteral(info.checksum()));
    info.downRevisions().forEach(down -> code.add(",\n$L", JavaText.asciiLiteral(down)));
    code.add(info.irreversible() ? ").withoutWayBack()" : ")");
    texts(code, "dependingOn", info.dependsOn());
    texts(code, "labelled", info.branchLabels());
    texts(code, "replacing", info.replaces());
    texts(code, "formerly", info.formerChecksums());
    info.timeouts().lock().ifPresent(time -> code.add(".lockTimeout($L)", time.toMillis()));
    info.timeouts()
        .statement()
        .ifPresent(time -> code.add(".statementTimeout($L)", time.toMillis()));
    return code.add("$<$<").build();
  }

  private static void texts(CodeBlock.Builder code, String method, List<String> texts) {
    if (!texts.isEmpty()) {
      code.add(".$L(", method).add(literals(texts)).add(")");
    }
  }

  private static CodeBlock literals(List<String> texts) {
    return texts.stream()
        .map(text -> CodeBlock.of("$L", JavaText.asciiLiteral(text)))
        .collect(CodeBlock.joining(", "));
  }

  private static MethodSpec infoFactory() {
    return MethodSpec.methodBuilder("revision")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(RevisionInfo.class)
        .addParameter(String.class, "id")
        .addParameter(String.class, "message")
        .addParameter(String.class, "checksum")
        .addParameter(String[].class, "downRevisions")
        .varargs()
        .addStatement(
            "return new $T(id, $T.of(downRevisions), message, checksum)",
            RevisionInfo.class,
            List.class)
        .build();
  }

  private static MethodSpec create(
      MethodSpec.Builder method, List<RegistryEntry> revisions, CodeBlock others) {
    method.returns(Revision.class).addParameter(String.class, "id");
    if (revisions.isEmpty()) {
      return method.addStatement(others).build();
    }
    CodeBlock.Builder code = CodeBlock.builder().add("return switch (id) {\n$>");
    for (RegistryEntry revision : revisions) {
      code.add(
          "case $L -> new $T();\n", JavaText.asciiLiteral(revision.info().id()), type(revision));
    }
    code.add("default -> $L;\n$<};\n", others);
    return method.addCode(code.build()).build();
  }

  private static ClassName type(RegistryEntry revision) {
    String[] names = revision.className().split("\\.", -1);
    return ClassName.get(
        revision.packageName(), names[0], Arrays.copyOfRange(names, 1, names.length));
  }

  private static MethodSpec.Builder overriding(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC);
  }
}
