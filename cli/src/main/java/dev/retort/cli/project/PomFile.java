package dev.retort.cli.project;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.retort.cli.setup.Pom;
import dev.retort.cli.setup.PomSetup;
import dev.retort.cli.setup.UnusablePomException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code pom.xml} of a project, read and written in the encoding that it declares. */
public final class PomFile {

  private static final Pattern ENCODING =
      Pattern.compile("\\A\\ufeff?<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");

  private static final Pattern PACKAGE = Pattern.compile("-Aretort\\.package=([\\w.]+)");

  private final Project project;
  private final Path file;

  private PomFile(Project project, Path file) {
    this.project = project;
    this.file = file;
  }

  /** That file; empty if there is none. */
  public static Optional<PomFile> of(Path file, Project project) {
    return Files.exists(file) ? Optional.of(new PomFile(project, file)) : Optional.empty();
  }

  /**
   * What it is with Retort; nothing is written.
   *
   * @param packageName the package of the migrations; empty for the one that the processor takes
   * @throws ProjectException if it cannot be read, or Retort cannot be added to it
   */
  public Pom withRetort(String version, Optional<String> packageName) {
    try {
      return PomSetup.of(project.shown(file), text(), version, packageName);
    } catch (UnusablePomException e) {
      throw unusable(e.getMessage(), e.fix());
    }
  }

  /** The package that the processor's option names for migrations; empty if it names none. */
  public Optional<String> namedPackage() {
    Matcher option = PACKAGE.matcher(text());
    return option.find() ? Optional.of(option.group(1)) : Optional.empty();
  }

  /** Writes it, where anything was added. */
  public void write(Pom pom) {
    if (!pom.changed()) {
      return;
    }
    try {
      Files.write(file, pom.text().getBytes(charset()));
    } catch (IOException e) {
      throw new ProjectException(ProjectProblems.unwritable(project.shown(file), e.toString()));
    }
  }

  private String text() {
    try {
      return charset().newDecoder().decode(ByteBuffer.wrap(bytes())).toString();
    } catch (IOException | IllegalArgumentException e) {
      throw unusable(e.toString(), "make it readable, in the encoding that it declares.");
    }
  }

  private byte[] bytes() throws IOException {
    return Files.readAllBytes(file);
  }

  /** What the declaration says, which is ASCII in every encoding that Maven reads but UTF-16. */
  private Charset charset() throws IOException {
    Matcher encoding = ENCODING.matcher(new String(bytes(), UTF_8));
    return encoding.find() ? Charset.forName(encoding.group(1)) : UTF_8;
  }

  private ProjectException unusable(String reason, String fix) {
    return new ProjectException(ProjectProblems.unusablePom(project.shown(file), reason, fix));
  }
}
