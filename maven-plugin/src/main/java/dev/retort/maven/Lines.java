package dev.retort.maven;

import java.io.Writer;
import java.util.function.Consumer;

/** Hands on what is written line by line, each as soon as it is whole. */
final class Lines extends Writer {

  private final Consumer<String> reader;
  private final StringBuilder begun = new StringBuilder();

  Lines(Consumer<String> reader) {
    this.reader = reader;
  }

  @Override
  public void write(char[] characters, int offset, int length) {
    begun.append(characters, offset, length);
    for (int end = begun.indexOf("\n"); end >= 0; end = begun.indexOf("\n")) {
      reader.accept(begun.substring(0, end).stripTrailing());
      begun.delete(0, end + 1);
    }
  }

  /** A line that has not ended is kept: the next words may belong to it. */
  @Override
  public void flush() {}

  @Override
  public void close() {
    if (begun.length() > 0) {
      reader.accept(begun.toString());
      begun.setLength(0);
    }
  }
}
