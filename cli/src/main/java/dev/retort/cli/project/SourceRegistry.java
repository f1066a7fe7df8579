package dev.retort.cli.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The registry that a compilation of a project's sources has generated, as far as its text tells.
 *
 * @param name the name of its class
 * @param heads the checksum of each head, by its id: what a boot compares with
 * @param text its source
 */
public record SourceRegistry(String name, Map<String, String> heads, String text) {

  private static final String CLASS = "MigrationRegistry";
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern HEADS = Pattern.compile("HEADS = [^;]*;");
  private static final Pattern HEAD = Pattern.compile("\"(\\w+)\",\\s*\"(\\d+:[0-9a-f]{64})\"");

  public SourceRegistry {
    heads = Map.copyOf(heads);
  }

  /** The one in the output of a compilation; empty where the sources have no revisions. */
  static Optional<SourceRegistry> in(Workplace output) {
    try (Stream<Path> files = Files.walk(output.directory())) {
      Optional<Path> file = files.filter(each -> each.endsWith(CLASS + ".java")).findFirst();
      return file.isPresent()
          ? Optional.of(of(Files.readString(file.get(), UTF_8)))
          : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceRegistry of(String text) {
    Matcher home = PACKAGE.matcher(text);
    Map<String, String> heads = new TreeMap<>();
    Matcher all = HEADS.matcher(text);
    if (all.find()) {
      HEAD.matcher(all.group()).results().forEach(head -> heads.put(head.group(1), head.group(2)));
    }
    return new SourceRegistry(home.find() ? home.group(1) + "." + CLASS : CLASS, heads, text);
  }

  /**
   * Makes sure that the revisions that will be run are those of the sources: the checksum of a head
   * vouches for all that it follows.
   *
   * @param compiled the heads of the registry that was compiled, with their checksums
   * @throws ProjectException if they are others
   */
  public void requireCompiled(Map<String, String> compiled) {
    if (!compiled.equals(heads)) {
      throw new ProjectException(
          ProjectProblems.notCompiled(
              compiled.keySet().stream().sorted().toList(),
              heads.keySet().stream().sorted().toList()));
    }
  }
}
