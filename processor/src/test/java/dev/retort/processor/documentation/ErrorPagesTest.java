package dev.retort.processor.documentation;

import static dev.retort.processor.documentation.MarkdownPage.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message has a page, and what the page shows is what people are shown. */
class ErrorPagesTest {

  private static final Path PAGES = ROOT.resolve("docs/errors");
  private static final Pattern CODE = Pattern.compile("\\bRT[1-9]\\d\\d\\b");
  private static final Pattern DECLARATION = Pattern.compile("new Problem\\(\\s*\"(RT\\d{3})\"");
  private static final Pattern INDEX_ROW =
      Pattern.compile("(?m)^\\| \\[(RT\\d{3})]\\((RT\\d{3})\\.md\\) \\| (.+) \\|$");

  private static final List<Path> TESTS =
      List.of(
          ROOT.resolve("processor/src/test"),
          ROOT.resolve("runtime/src/test"),
          ROOT.resolve("cli/src/test"),
          ROOT.resolve("maven-plugin/src/test"));

  /** The codes of all problems that the sources make. */
  static Set<String> codes() {
    Set<String> codes = new TreeSet<>();
    for (String module : List.of("processor", "runtime", "cli", "maven-plugin")) {
      texts(ROOT.resolve(module + "/src/main/java"), name -> name.endsWith(".java"))
          .forEach(text -> codes.addAll(found(DECLARATION, text)));
    }
    assertThat(codes).hasSizeGreaterThan(50);
    return codes;
  }

  @Test
  void everyCodeHasAPageAndEveryPageACode() throws IOException {
    Set<String> pages = new TreeSet<>();
    try (Stream<Path> files = Files.list(PAGES)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("README.md"))
          .forEach(name -> pages.add(name.replaceFirst("\\.md$", "")));
    }

    assertThat(pages).isEqualTo(codes());
  }

  @Test
  void theIndexListsEveryCodeOnceWithItsTitle() {
    List<String> listed = new ArrayList<>();
    Matcher row = INDEX_ROW.matcher(MarkdownPage.read(PAGES.resolve("README.md")).text());
    while (row.find()) {
      assertThat(row.group(2)).isEqualTo(row.group(1));
      assertThat(page(row.group(1)).text())
          .startsWith("# " + row.group(1) + ": " + row.group(3) + "\n");
      listed.add(row.group(1));
    }

    assertThat(listed).containsExactlyElementsOf(codes());
  }

  @ParameterizedTest
  @MethodSource("codes")
  void thePageShowsAMessageThatATestHasSeen(String code) {
    String example = words(page(code).blocks().get(0).text());

    assertThat(example).contains("[" + code + "] ");
    assertThat(seenMessages())
        .as("the example of " + code + " among the messages that tests have seen")
        .anyMatch(message -> message.contains(example));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void thePageSaysWhyWhatToDoAndWhatWasDone(String code) {
    assertThat(page(code).text().lines().filter(line -> line.startsWith("## ")))
        .containsExactly("## Why", "## What to do", "## What Retort has done");
  }

  /** Beyond the catalogue of boot's texts, which is a list and provokes nothing. */
  @Test
  void everyCodeIsProvokedByATest() {
    Set<String> provoked = new TreeSet<>();
    for (Path tests : TESTS) {
      texts(
              tests,
              name ->
                  (name.endsWith("Test.java") && !name.endsWith("BootMessagesTest.java"))
                      || (name.endsWith(".txt") && !name.endsWith("boot.txt")))
          .forEach(text -> provoked.addAll(found(CODE, text)));
    }

    assertThat(provoked).containsAll(codes());
  }

  @Test
  void linksLeadSomewhere() {
    Pattern link = Pattern.compile("]\\((?!https?:)([^)#\\s]+)(?:#[^)]*)?\\)");
    for (MarkdownPage page : MarkdownPage.all()) {
      Matcher target = link.matcher(page.text());
      while (target.find()) {
        assertThat(page.file().resolveSibling(target.group(1)))
            .as(page.name() + ": " + target.group(1))
            .exists();
      }
    }
  }

  private static MarkdownPage page(String code) {
    return MarkdownPage.read(PAGES.resolve(code + ".md"));
  }

  /** The goldens of messages, each text with its white space made even. */
  static List<String> seenMessages() {
    return TESTS.stream()
        .flatMap(
            tests ->
                texts(
                    tests.resolve("resources"),
                    name ->
                        name.endsWith("messages.txt")
                            || name.contains("/messages/")
                            || name.contains("/transcripts/")))
        .map(ErrorPagesTest::words)
        .toList();
  }

  static String words(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(matcher.groupCount()));
    }
    return found;
  }

  private static Stream<String> texts(Path folder, Predicate<String> wanted) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<String> texts = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (wanted.test(file.toString().replace('\\', '/'))) {
          texts.add(Files.readString(file));
        }
      }
      return texts.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
