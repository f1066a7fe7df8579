package dev.retort.example;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import dev.retort.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A copy of this repository in which a test plays the developer: edits, compiles with Maven, boots.
 *
 * <p>The copy brings what the surrounding build made of the runtime and the processor, and has
 * Maven believe that it stands where it was made, so that only the example is compiled. Maven works
 * offline: the surrounding build has resolved all that is needed.
 */
final class ExampleCopy {

  private static final long SECONDS_TO_END = 300;
  private static final String EXAMPLE = "app-example";
  private static final String SOURCES = EXAMPLE + "/src/main/java/dev/retort/example/";
  private static final Path MIGRATIONS = Path.of(SOURCES + "migrations");
  private static final Path CLASSES = Path.of(EXAMPLE, "target", "classes");

  /** What {@code make} needs of the example beside its sources. */
  private static final List<String> OF_MAKE = List.of("Makefile", ".env.sample", "compose.yaml");

  private final Path root;
  private final List<String> makeArguments;
  private int runs;

  private ExampleCopy(Path root, List<String> makeArguments) {
    this.root = root;
    this.makeArguments = List.copyOf(makeArguments);
  }

  /**
   * What a process did.
   *
   * @param status its exit status
   * @param output all that it printed, errors included
   */
  record Outcome(int status, String output) {

    List<String> lines() {
      return output.lines().map(String::stripTrailing).toList();
    }
  }

  /** Copies the repository that this module belongs to into an empty directory. */
  static ExampleCopy into(Path directory) throws IOException {
    Path repository = Path.of("").toRealPath().getParent();
    ExampleCopy copy = new ExampleCopy(directory.toRealPath(), List.of());
    for (String part : List.of("pom.xml", "mvnw", "mvnw.cmd", ".mvn")) {
      copy.take(repository, part);
    }
    for (String module : List.of("runtime", "processor", EXAMPLE)) {
      copy.take(repository, module + "/pom.xml");
      copy.take(repository, module + "/src/main");
    }
    // Maven wants to see every module, whichever it builds.
    copy.take(repository, "benchmarks/pom.xml");
    copy.take(repository, "cli/pom.xml");
    copy.take(repository, "maven-plugin/pom.xml");
    for (String library : List.of("runtime", "processor")) {
      copy.take(repository, library + "/target/classes");
      copy.take(repository, library + "/target/maven-status/maven-compiler-plugin/compile");
      copy.moveCompiledSources(repository, library);
    }
    return copy;
  }

  /**
   * Copies the example alone, which takes Retort from a Maven repository then.
   *
   * @param mavenArguments what its Makefile gives to Maven beside its own
   */
  static ExampleCopy withMake(Path directory, List<String> mavenArguments) throws IOException {
    Path repository = Path.of("").toRealPath().getParent();
    Files.createDirectories(directory);
    ExampleCopy copy =
        new ExampleCopy(
            directory.toRealPath(),
            List.of("MVN=../mvnw -B -q -Dspotless.check.skip " + String.join(" ", mavenArguments)));
    for (String part : List.of("pom.xml", "mvnw", "mvnw.cmd", ".mvn")) {
      copy.take(repository, part);
    }
    copy.take(repository, EXAMPLE + "/pom.xml");
    copy.take(repository, EXAMPLE + "/src/main");
    for (String part : OF_MAKE) {
      copy.take(repository, EXAMPLE + "/" + part);
    }
    Path installed = copy.file("target/retort-installed");
    Files.createDirectories(installed.getParent());
    Files.createFile(installed);
    return copy;
  }

  /** Runs {@code make} in the example's directory. */
  Outcome make(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("make"));
    command.addAll(makeArguments);
    command.addAll(List.of(arguments));
    ProcessBuilder make = new ProcessBuilder(command).directory(root.resolve(EXAMPLE).toFile());
    make.environment().keySet().removeIf(name -> name.matches("DATABASE_URL|(DB_|PG).*|MAKE.*"));
    make.environment().put("JAVA_HOME", System.getProperty("java.home"));
    make.environment().put("MAVEN_OPTS", String.join(" ", ApplicationProcess.QUICK_TO_START));
    return run(make);
  }

  /** A file of the example, by its path below the example's directory. */
  Path file(String path) {
    return root.resolve(EXAMPLE).resolve(path);
  }

  /** Runs {@code mvnw compile} on the example, with further arguments. */
  Outcome compile(String... arguments) throws IOException, InterruptedException {
    boolean windows = File.separatorChar == '\\';
    List<String> command =
        new ArrayList<>(
            List.of(
                root.resolve(windows ? "mvnw.cmd" : "mvnw").toString(),
                "-B",
                "-o",
                "-pl",
                EXAMPLE,
                "-am",
                "compile",
                "-Dspotless.check.skip"));
    String repository = System.getProperty("example.local-repository", "");
    if (!repository.isEmpty()) {
      command.add("-Dmaven.repo.local=" + repository);
    }
    command.addAll(List.of(arguments));
    ProcessBuilder maven = new ProcessBuilder(command);
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    maven.environment().put("MAVEN_OPTS", String.join(" ", ApplicationProcess.QUICK_TO_START));
    return run(maven.directory(root.toFile()));
  }

  /** Boots what was compiled last, on the given database, and has it check itself. */
  Outcome boot(TestDatabase database) throws IOException, InterruptedException {
    List<String> classPath = new ArrayList<>(List.of(root.resolve(CLASSES).toString()));
    Path original = Path.of("target").toRealPath();
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !Path.of(entry).startsWith(original))
        .forEach(classPath::add);
    return run(
        ApplicationProcess.builder(
                String.join(File.pathSeparator, classPath),
                ApplicationProcess.addressOf(database),
                "--self-check")
            .directory(root.resolve(EXAMPLE).toFile()));
  }

  /** Replaces the one place where a source says something. */
  void edit(String source, String before, String after) throws IOException {
    Path file = source(source);
    String text = Files.readString(file);
    int place = text.indexOf(before);
    if (place < 0 || text.indexOf(before, place + 1) >= 0) {
      throw new IllegalArgumentException(source + " does not say once: " + before);
    }
    Files.writeString(file, text.replace(before, after));
  }

  /** Gives a source another name; what it says stays. */
  void rename(String source, String newName) throws IOException {
    Files.move(source(source), source(newName));
  }

  /** A source of the example, by its path below the example's package. */
  Path source(String path) {
    return root.resolve(SOURCES + path);
  }

  /** What the build left of the example, by its path below the class output. */
  Path classOutput(String path) {
    return root.resolve(CLASSES).resolve(path);
  }

  /** The revisions' sources: name of the file and text. */
  SortedMap<String, String> revisions() throws IOException {
    SortedMap<String, String> revisions = new TreeMap<>();
    try (Stream<Path> files = Files.list(root.resolve(MIGRATIONS))) {
      for (Path file : files.toList()) {
        revisions.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return revisions;
  }

  private Outcome run(ProcessBuilder builder) throws IOException, InterruptedException {
    Path output = root.resolve("output-" + ++runs);
    Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            String.join(" ", builder.command()) + " does not end:\n" + Files.readString(output));
      }
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return new Outcome(process.exitValue(), Files.readString(output));
  }

  /** With its times: Maven compiles again what is newer than its class. */
  private void take(Path repository, String path) throws IOException {
    Path start = repository.resolve(path);
    if (!Files.exists(start)) {
      return;
    }
    Files.createDirectories(root.resolve(path).getParent());
    try (Stream<Path> files = Files.walk(start)) {
      for (Path file : files.toList()) {
        Files.copy(file, root.resolve(repository.relativize(file)), COPY_ATTRIBUTES);
      }
    }
  }

  /** Maven also compiles a module again whose sources are not those that it compiled before. */
  private void moveCompiledSources(Path repository, String module) throws IOException {
    Path list =
        root.resolve(module)
            .resolve(
                "target/maven-status/maven-compiler-plugin/compile/default-compile/inputFiles.lst");
    if (Files.exists(list)) {
      Files.writeString(
          list,
          Files.readAllLines(list).stream()
              .map(file -> root.resolve(repository.relativize(Path.of(file))).toString())
              .collect(Collectors.joining("\n", "", "\n")));
    }
  }
}
