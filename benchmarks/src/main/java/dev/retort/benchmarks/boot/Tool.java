package dev.retort.benchmarks.boot;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Who is measured. */
enum Tool {
  JDBC_STEPS("JdbcSteps", "jdbc"),
  JDBC_BATCH("JdbcBatch", "jdbc"),
  JDBC_COMMITS("JdbcSteps, commit each", "jdbc"),
  RETORT("Retort", "retort", "retort-runtime"),
  RETORT_EACH("Retort, commit each", "retort", "retort-runtime"),
  EBEAN(
      "Ebean", "ebean", "ebean-migration", "ebean-ddl-runner", "avaje-applog", "classpath-scanner"),
  FLYWAY("Flyway", "flyway", "flyway-", "jackson-"),
  LIQUIBASE(
      "Liquibase",
      "liquibase",
      "liquibase-",
      "opencsv",
      "snakeyaml",
      "jaxb-api",
      "commons-io",
      "commons-lang3",
      "commons-text",
      "commons-collections4"),
  /** Connects and does nothing: what the others' statements are counted from. */
  CONNECT("Connecting", "jdbc");

  private final String title;
  private final String form;
  private final List<String> jars;

  Tool(String title, String form, String... jars) {
    this.title = title;
    this.form = form;
    this.jars = List.of(jars);
  }

  String title() {
    return title;
  }

  /** The form in which it wants the migrations. */
  String form() {
    return form;
  }

  /** Its jar and those of its dependencies, except the driver. */
  List<Path> jars(List<Path> classPath) {
    return classPath.stream()
        .filter(jar -> jars.stream().anyMatch(jar.getFileName().toString()::startsWith))
        .toList();
  }

  /** The parts of this JVM's class path. */
  static List<Path> classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(Path::of)
        .toList();
  }
}
