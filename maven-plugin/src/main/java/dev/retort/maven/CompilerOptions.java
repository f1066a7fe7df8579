package dev.retort.maven;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Reads maven-compiler-plugin's configuration. */
final class CompilerOptions {

  private static final String PREFIX = "Aretort.";

  /** What asks for a draft: the commands ask for their own. */
  private static final Set<String> REQUESTS =
      Set.of(
          "retort.message",
          "retort.empty",
          "retort.head",
          "retort.splice",
          "retort.branchLabels",
          "retort.dependsOn",
          "retort.revision",
          "retort.merge",
          "retort.squash");

  private CompilerOptions() {}

  /**
   * The options of Retort's processor, without {@code -A}: from {@code compilerArgs}, {@code
   * compilerArgument} and {@code compilerArguments}. Those without a value, and those that ask for
   * a draft, are left out.
   */
  static Map<String, String> of(Xpp3Dom configuration) {
    Map<String, String> options = new LinkedHashMap<>();
    for (Xpp3Dom named : children(configuration, "compilerArguments")) {
      add(options, named.getName() + "=" + text(named));
    }
    Stream.of(text(configuration.getChild("compilerArgument")).split("\\s+", -1))
        .forEach(word -> add(options, word));
    for (Xpp3Dom argument : children(configuration, "compilerArgs")) {
      add(options, text(argument));
    }
    return options;
  }

  /** Whether Retort's processor is among the configured processors. */
  static boolean namesProcessor(Xpp3Dom configuration) {
    return Stream.of(children(configuration, "annotationProcessorPaths"))
        .anyMatch(
            path ->
                text(path.getChild("groupId")).equals("dev.retort")
                    && text(path.getChild("artifactId")).equals("retort-processor"));
  }

  private static void add(Map<String, String> options, String argument) {
    String option = argument.startsWith("-") ? argument.substring(1) : argument;
    int equals = option.indexOf('=');
    if (!option.startsWith(PREFIX) || equals < 0 || equals == option.length() - 1) {
      return;
    }
    String name = option.substring(1, equals);
    if (!REQUESTS.contains(name)) {
      options.put(name, option.substring(equals + 1));
    }
  }

  private static Xpp3Dom[] children(Xpp3Dom configuration, String name) {
    Xpp3Dom child = configuration.getChild(name);
    return child == null ? new Xpp3Dom[0] : child.getChildren();
  }

  private static String text(Xpp3Dom element) {
    return element == null || element.getValue() == null ? "" : element.getValue().strip();
  }
}
