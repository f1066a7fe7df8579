package dev.retort.processor.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.processor.documentation.MarkdownPage.Block;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of common problems shows messages as people are shown them, each with its way on. */
class CommonProblemsTest {

  private static final Pattern CODE = Pattern.compile("\\[(RT\\d{3})] ");

  private final MarkdownPage page =
      MarkdownPage.read(MarkdownPage.ROOT.resolve("docs/common-problems.md"));

  @Test
  void showsMessagesThatTestsHaveSeen() {
    List<String> seen = ErrorPagesTest.seenMessages();
    assertThat(page.blocks()).hasSizeGreaterThan(10);

    for (Block block : page.blocks()) {
      String message = ErrorPagesTest.words(block.text());
      assertThat(message).containsPattern(CODE);
      assertThat(seen)
          .as("line " + block.line() + " among the messages that tests have seen")
          .anyMatch(each -> each.contains(message));
    }
  }

  @Test
  void tellsCauseAndSolutionOfEach() {
    String[] sections = page.text().split("(?m)^### ", -1);
    assertThat(sections).hasSizeGreaterThan(10);

    for (int i = 1; i < sections.length; i++) {
      assertThat(sections[i]).contains("Cause: ", "\nSolution: ");
      Matcher code = CODE.matcher(sections[i]);
      if (code.find()) {
        assertThat(sections[i]).contains("(errors/" + code.group(1) + ".md)");
      }
    }
  }
}
