package dev.retort.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that hold what was seen and read by a person once, and must be seen again. */
public final class Goldens {

  /** {@code -Dretort.rewrite=true}: write what was seen in place of what was expected. */
  public static final boolean REWRITE = Boolean.getBoolean("retort.rewrite");

  private Goldens() {}

  /** Compares, or rewrites the file where that was asked for. */
  public static void check(Path file, String actual) throws IOException {
    if (REWRITE) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, actual);
    }
    assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
  }
}
