package dev.retort.example;

import dev.retort.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the application is started in a process of its own. */
final class ApplicationProcess {

  /** Options of a JVM that runs for some seconds: more thorough compilation does not pay. */
  static final List<String> QUICK_TO_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private ApplicationProcess() {}

  /** A process that has these settings and none that this one happens to have. */
  static ProcessBuilder builder(String classPath, Map<String, String> settings, String... args) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(QUICK_TO_START);
    command.addAll(List.of("-cp", classPath, Application.class.getName()));
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("DB_") || name.equals("DATABASE_URL"));
    builder.environment().put("PORT", "0");
    builder.environment().putAll(settings);
    return builder;
  }

  /** The settings that name a database. */
  static Map<String, String> addressOf(TestDatabase database) {
    return Map.of(
        "DATABASE_URL", database.url(),
        "DB_USER", database.user(),
        "DB_PASSWORD", database.password());
  }
}
