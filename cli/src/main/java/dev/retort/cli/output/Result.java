package dev.retort.cli.output;

import dev.retort.canonical.Json;

/**
 * What a command found or did, as a value: printed as text, or as one JSON document that {@code
 * output.schema.json} describes.
 */
public interface Result {

  /** For people: lines that each end in a line break; empty where there is nothing to say. */
  String text(Style style);

  /** For programs. */
  Json json();

  /** How the process ends that printed this. */
  default ExitCode exitCode() {
    return ExitCode.DONE;
  }
}
