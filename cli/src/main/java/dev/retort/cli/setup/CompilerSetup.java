package dev.retort.cli.setup;

import eu.maveniverse.domtrip.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The part of a project file that configures maven-compiler-plugin. */
final class CompilerSetup {

  static final String PROCESSOR = "retort-processor";

  private static final String COMPILER = "maven-compiler-plugin";
  private static final String COMPILER_VERSION = "3.14.1";
  private static final String PATHS = "annotationProcessorPaths";
  private static final String MESSAGE = "retort.message";

  /** Processors that projects have as dependencies: a processor path would end their work. */
  private static final Set<String> PROCESSORS =
      Set.of(
          "org.projectlombok:lombok",
          "org.projectlombok:lombok-mapstruct-binding",
          "org.mapstruct:mapstruct-processor",
          "org.hibernate.orm:hibernate-processor",
          "org.hibernate.orm:hibernate-jpamodelgen",
          "org.hibernate:hibernate-jpamodelgen",
          "com.querydsl:querydsl-apt",
          "io.github.openfeign.querydsl:querydsl-apt",
          "org.springframework.boot:spring-boot-configuration-processor",
          "org.springframework.boot:spring-boot-autoconfigure-processor",
          "org.springframework:spring-context-indexer",
          "org.immutables:value",
          "com.google.auto.value:auto-value",
          "com.google.auto.service:auto-service",
          "com.google.dagger:dagger-compiler",
          "io.soabase.record-builder:record-builder-processor",
          "info.picocli:picocli-codegen");

  private final PomEdit edit;
  private final Consumer<String> remarks;

  CompilerSetup(PomEdit edit, Consumer<String> remarks) {
    this.edit = edit;
    this.remarks = remarks;
  }

  /** Whether Retort's processor is listed. */
  boolean hasProcessor() {
    return configurations(edit.root())
        .flatMap(each -> each.childElements(PATHS))
        .flatMap(Element::childElements)
        .anyMatch(path -> PomEdit.isArtifact(path, PROCESSOR));
  }

  /** A new entry of the processor path, for Retort's processor; without content. */
  Element newPath() {
    return edit.insert(paths(), "path");
  }

  /** What lets {@code -Dretort.message} draft, and says where drafts belong. */
  void addArguments(Optional<String> packageName) {
    if (edit.text().contains("-A" + MESSAGE + "=")) {
      return;
    }
    Element properties = edit.child(edit.root(), "properties");
    if (properties.childElement(MESSAGE).isEmpty()) {
      edit.insertEmpty(properties, MESSAGE);
    }
    Element configuration = edit.child(compiler(), "configuration");
    Element arguments = list(configuration, "compilerArgs");
    edit.insert(arguments, "arg", "-A" + MESSAGE + "=${" + MESSAGE + "}");
    packageName.ifPresent(name -> edit.insert(arguments, "arg", "-Aretort.package=" + name));
  }

  /** Tells what keeps a processor from running. */
  void remarkWhatHinders() {
    for (Element each : configurations(edit.root()).toList()) {
      if (each.childElement("annotationProcessors").isPresent()
          && !PomEdit.text(each, "annotationProcessors").contains("RetortProcessor")
          && each.descendants("annotationProcessor")
              .noneMatch(name -> name.textContent().contains("RetortProcessor"))) {
        remarks.accept(
            "The compiler's configuration lists annotationProcessors by name: add"
                + " dev.retort.processor.RetortProcessor there.");
      }
      if (PomEdit.text(each, "proc").equals("none")) {
        remarks.accept(
            "The compiler's configuration says <proc>none</proc>: no processor runs so.");
      }
    }
    for (Element profile : PomEdit.all(edit.root(), "profiles", "profile")) {
      boolean otherPaths =
          configurations(profile)
              .flatMap(each -> each.childElements(PATHS))
              .anyMatch(
                  paths -> paths.childElements().noneMatch(p -> PomEdit.isArtifact(p, PROCESSOR)));
      if (otherPaths) {
        remarks.accept(
            "Profile "
                + PomEdit.text(profile, "id")
                + " has annotationProcessorPaths of its own: add retort-processor there too.");
      }
    }
  }

  /** Those that are there, else new ones that leave those of a parent in force. */
  private Element paths() {
    Optional<Element> there =
        configurations(edit.root()).flatMap(each -> each.childElements(PATHS)).findFirst();
    if (there.isPresent()) {
      return there.get();
    }
    Element paths = list(edit.child(compiler(), "configuration"), PATHS);
    List<String> moved = new ArrayList<>();
    for (Element dependency : PomEdit.all(edit.root(), "dependencies", "dependency")) {
      String name =
          PomEdit.text(dependency, "groupId") + ":" + PomEdit.text(dependency, "artifactId");
      if (PROCESSORS.contains(name)) {
        copy(dependency, edit.insert(paths, "path"));
        moved.add(name);
      }
    }
    remarks.accept(
        "Processors are searched on annotationProcessorPaths alone from now on. "
            + (moved.isEmpty() ? "" : "Added there: " + String.join(", ", moved) + ". ")
            + "List others that the project uses there too.");
    return paths;
  }

  /** A version that is managed is found by maven-compiler-plugin from 3.12 on. */
  private void copy(Element dependency, Element path) {
    for (String part : List.of("groupId", "artifactId", "version", "classifier", "type")) {
      String text = PomEdit.text(dependency, part);
      if (!text.isEmpty()) {
        edit.insert(path, part, text);
      } else if (part.equals("version")) {
        remarks.accept(
            PomEdit.text(dependency, "artifactId")
                + " has no version on annotationProcessorPaths, as at the dependency: that needs"
                + " maven-compiler-plugin 3.12 or newer.");
      }
    }
  }

  private Element list(Element configuration, String name) {
    Optional<Element> there = configuration.childElement(name);
    if (there.isPresent()) {
      return there.get();
    }
    Element added = edit.insert(configuration, name);
    added.attribute("combine.children", "append");
    return added;
  }

  private Element compiler() {
    Element plugins = edit.child(edit.child(edit.root(), "build"), "plugins");
    return compilers(edit.root(), "build", "plugins", "plugin")
        .findFirst()
        .orElseGet(() -> newCompiler(plugins));
  }

  private Element newCompiler(Element plugins) {
    boolean managed =
        edit.root().childElement("parent").isPresent()
            || compilers(edit.root(), "build", "pluginManagement", "plugins", "plugin")
                .anyMatch(each -> each.childElement("version").isPresent());
    Element plugin = edit.insert(plugins, "plugin");
    edit.insert(plugin, "groupId", "org.apache.maven.plugins");
    edit.insert(plugin, "artifactId", COMPILER);
    if (!managed) {
      edit.insert(plugin, "version", COMPILER_VERSION);
    }
    return plugin;
  }

  /** Those for main classes, the nearest to it first; {@code of} is the project or a profile. */
  private static Stream<Element> configurations(Element of) {
    return Stream.concat(
            compilers(of, "build", "plugins", "plugin"),
            compilers(of, "build", "pluginManagement", "plugins", "plugin"))
        .flatMap(
            plugin ->
                Stream.concat(
                    PomEdit.all(plugin, "executions", "execution").stream()
                        .filter(CompilerSetup::isForMainClasses)
                        .flatMap(each -> each.childElements("configuration")),
                    plugin.childElements("configuration")));
  }

  private static boolean isForMainClasses(Element execution) {
    List<Element> goals = PomEdit.all(execution, "goals", "goal");
    return !PomEdit.text(execution, "id").equals("default-testCompile")
        && (goals.isEmpty()
            || goals.stream().anyMatch(goal -> goal.textContent().strip().equals("compile")));
  }

  private static Stream<Element> compilers(Element of, String... path) {
    return PomEdit.all(of, path).stream().filter(each -> PomEdit.isArtifact(each, COMPILER));
  }
}
