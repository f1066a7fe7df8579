package dev.retort.cli.result;

import dev.retort.canonical.Json;
import dev.retort.canonical.MembersBuilder;
import dev.retort.cli.output.Result;
import dev.retort.cli.output.Style;
import dev.retort.cli.project.Baseline;
import dev.retort.cli.setup.Pom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was done to a project that did not use Retort.
 *
 * @param pom its project file with Retort in it; empty if it has none
 * @param applied whether that is to be written
 * @param apply the option that writes it, as it is typed
 * @param packageFile the file that describes the package of the migrations
 * @param first whether there is no revision yet, but for that of a database
 * @param baseline the revision that was drafted from a database; empty if none was asked for
 * @param beyond what the database has and that revision cannot say, a line each
 */
public record Initialized(
    Optional<Pom> pom,
    boolean applied,
    String apply,
    String packageFile,
    boolean first,
    Optional<Baseline.Written> baseline,
    List<String> beyond)
    implements Result {

  public Initialized {
    beyond = List.copyOf(beyond);
  }

  @Override
  public String text(Style style) {
    List<String> lines = new ArrayList<>();
    if (pom.isEmpty()) {
      lines.add(
          "There is no pom.xml here: for another build, add retort-runtime to the class path and"
              + " retort-processor to the compiler's processor path.");
    } else if (!pom.get().changed()) {
      lines.add(pom.get().name() + " has Retort already.");
    } else if (applied) {
      lines.add("Added Retort to " + pom.get().name() + ".");
    } else {
      lines.add(pom.get().difference());
      lines.add(pom.get().name() + " was not changed: " + apply + " writes this into it.");
    }
    pom.ifPresent(file -> lines.addAll(file.remarks()));
    lines.add("The migrations belong into the package of " + packageFile + ".");
    if (baseline.isEmpty() && first && pom.isPresent() && (applied || !pom.get().changed())) {
      lines.add(
          "Next: mvn retort:revision -Dretort.message=\"Create the tables\" drafts the first.");
    }
    baseline.ifPresent(
        written -> {
          lines.add(
              "Drafted revision "
                  + style.id(written.info().id())
                  + " in "
                  + written.file()
                  + ", and recorded that the database is there.");
          beyond.forEach(each -> lines.add("not in the revision: " + each));
        });
    return Text.lines(lines);
  }

  @Override
  public Json json() {
    MembersBuilder json = MembersBuilder.members().with("command", "init");
    pom.ifPresent(
        file ->
            json.with("pom", file.name())
                .with("difference", file.difference())
                .with("applied", new Json.Flag(applied && file.changed()))
                .with("remarks", Json.texts(file.remarks())));
    json.with("package", packageFile);
    baseline.ifPresent(
        written ->
            json.with("revision", written.info().id())
                .with("file", written.file())
                .with("beyond", Json.texts(beyond)));
    return json.build();
  }
}
