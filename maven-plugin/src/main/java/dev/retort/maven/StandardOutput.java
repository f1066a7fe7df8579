package dev.retort.maven;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.nio.charset.Charset;

/** Where results are printed: as they are, without the marks of the log. */
final class StandardOutput {

  private StandardOutput() {}

  /** In the encoding of the terminal, which JDKs before 19 do not tell, else in UTF-8. */
  static PrintWriter writer() {
    String encoding =
        System.getProperty("stdout.encoding", System.getProperty("sun.stdout.encoding"));
    Charset charset =
        encoding != null && Charset.isSupported(encoding) ? Charset.forName(encoding) : UTF_8;
    return new PrintWriter(System.out, false, charset);
  }
}
