package dev.retort.cli.setup;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A project file with Retort in it.
 *
 * @param name how people name the file
 * @param text the whole of it
 * @param difference what was added, as {@code diff -u} shows it and {@code git apply} takes it;
 *     empty if Retort was there already
 * @param remarks what people should look at, a line each
 */
public record Pom(String name, String text, String difference, List<String> remarks) {

  public Pom {
    requireNonNull(name, "name");
    requireNonNull(text, "text");
    requireNonNull(difference, "difference");
    remarks = List.copyOf(remarks);
  }

  /** Whether anything was added. */
  public boolean changed() {
    return !difference.isEmpty();
  }
}
