package dev.retort.operation;

/**
 * A line of Java code.
 *
 * @param className the binary name of the class
 * @param file the simple name of the source file; empty if compiled without it
 * @param line the line's number from 1; 0 if compiled without it
 */
public record SourceLine(String className, String file, int line) {

  static SourceLine of(StackTraceElement element) {
    String file = element.getFileName();
    return new SourceLine(
        element.getClassName(), file == null ? "" : file, Math.max(0, element.getLineNumber()));
  }

  /** {@code AddStatus.java:31}, or the class where the line is not known. */
  @Override
  public String toString() {
    return file.isEmpty() || line == 0 ? className : file + ":" + line;
  }
}
