package dev.retort.benchmarks.boot;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.retort.benchmarks.Compilation;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** The jars in which an application would have its migrations, one for each form of them. */
final class Workload {

  private final Path folder;
  private final Compilation compilation;
  private final int count;

  private Workload(Path folder, int count) {
    this.folder = folder;
    this.compilation = new Compilation(folder);
    this.count = count;
  }

  /** Writes the jars of so many migrations. */
  static Workload write(Path work, int count) throws IOException, InterruptedException {
    Workload workload = new Workload(work.resolve("migrations-" + count), count);
    workload.compilation.delete("");
    workload.jdbc();
    workload.retort();
    workload.ebean();
    workload.flyway();
    workload.liquibase();
    return workload;
  }

  int count() {
    return count;
  }

  Path jar(String form) {
    return folder.resolve(form + ".jar");
  }

  private void jdbc() throws IOException {
    write("jdbc", JdbcScript.STATEMENTS, String.join("\n", Migrations.statements(count)));
    write("jdbc", JdbcScript.COUNT, String.valueOf(count));
    jar(folder.resolve("jdbc"), jar("jdbc"));
  }

  /** Compiled with the processor, which writes the registry. */
  private void retort() throws IOException, InterruptedException {
    for (int i = 0; i < count; i++) {
      write("src", "Step" + (i + 1) + ".java", Migrations.revision(i));
    }
    // There are no entities, so everything is drift.
    compilation.run("retort", Compilation.retort("-Aretort.drift=warning"));
    jar(folder.resolve("retort"), jar("retort"));
  }

  private void ebean() throws IOException {
    List<String> statements = Migrations.statements(count);
    StringBuilder index = new StringBuilder();
    for (int i = 0; i < count; i++) {
      String name = "1.%d__step.sql".formatted(i + 1);
      write("ebean", "dbmigration/" + name, statements.get(i) + ";\n");
      CRC32 checksum = new CRC32();
      checksum.update((statements.get(i) + ";").getBytes(UTF_8));
      index.append((int) checksum.getValue()).append(", ").append(name).append('\n');
    }
    write("ebean", "dbmigration/idx_" + EbeanBoot.PLATFORM + ".migrations", index.toString());
    jar(folder.resolve("ebean"), jar("ebean"));
  }

  private void flyway() throws IOException {
    List<String> statements = Migrations.statements(count);
    for (int i = 0; i < count; i++) {
      write("flyway", "db/migration/V%d__step.sql".formatted(i + 1), statements.get(i) + ";\n");
    }
    jar(folder.resolve("flyway"), jar("flyway"));
  }

  private void liquibase() throws IOException {
    List<String> statements = Migrations.statements(count);
    StringBuilder changes = new StringBuilder("--liquibase formatted sql\n");
    for (int i = 0; i < count; i++) {
      changes.append("\n--changeset app:%d\n%s;\n".formatted(i + 1, statements.get(i)));
    }
    write("liquibase", LiquibaseBoot.CHANGELOG, changes.toString());
    jar(folder.resolve("liquibase"), jar("liquibase"));
  }

  private void write(String form, String name, String text) throws IOException {
    Path file = folder.resolve(form).resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Packs a folder, with entries for folders as build tools write them. */
  static void jar(Path folder, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> found = Files.walk(folder)) {
      for (Path path : found.sorted().toList()) {
        String name = folder.relativize(path).toString().replace(File.separatorChar, '/');
        if (Files.isDirectory(path)) {
          if (!name.isEmpty()) {
            out.putNextEntry(new JarEntry(name + "/"));
          }
        } else {
          out.putNextEntry(new JarEntry(name));
          Files.copy(path, out);
        }
      }
    }
  }
}
