package dev.retort.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RetortVersionTest {

  @Test
  void isTheVersionThatIsBuilt() throws IOException {
    Matcher parent =
        Pattern.compile("<parent>.*?<version>(.*?)</version>", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("pom.xml")));

    assertThat(parent.find()).isTrue();
    assertThat(RetortVersion.CURRENT).isEqualTo(parent.group(1));
  }
}
