package dev.retort.processor.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation.
 *
 * @param file where it is
 * @param text all of it
 */
record MarkdownPage(Path file, String text) {

  /** The project's root; tests run in the module's directory. */
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern BLOCK =
      Pattern.compile("(?ms)(?:^<!-- sample: ([^\\n]*?) -->\\n)?^```(\\w*)\\n(.*?)^```$");

  /**
   * A fenced block.
   *
   * @param marker what the HTML comment before it says of its context; empty without one
   * @param language the fence's language, or empty
   * @param line the line of its first line in the file, from 1
   */
  record Block(String marker, String language, String text, int line) {}

  static MarkdownPage read(Path file) {
    try {
      return new MarkdownPage(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The README and everything below {@code docs}. */
  static List<MarkdownPage> all() {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      List<MarkdownPage> pages =
          Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
              .filter(file -> file.toString().endsWith(".md"))
              .sorted()
              .map(MarkdownPage::read)
              .toList();
      assertThat(pages).hasSizeGreaterThan(2);
      return pages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      String marker = block.group(1) == null ? "" : block.group(1);
      int line = 1 + (int) text.substring(0, block.start(3)).lines().count();
      blocks.add(new Block(marker, block.group(2), block.group(3), line));
    }
    return blocks;
  }

  String name() {
    return ROOT.relativize(file).toString();
  }
}
