package dev.retort.maven;

import java.nio.file.Files;
import java.nio.file.Path;

/** Decides where a command looks for its {@code .env} file. */
final class WorkingDirectory {

  private static final String ENV = ".env";

  private WorkingDirectory() {}

  /** The root of all modules if only that has such a file, else the module's directory. */
  static Path of(Path module, Path root) {
    boolean onlyRootHas =
        !Files.isRegularFile(module.resolve(ENV)) && Files.isRegularFile(root.resolve(ENV));
    return onlyRootHas ? root : module;
  }
}
