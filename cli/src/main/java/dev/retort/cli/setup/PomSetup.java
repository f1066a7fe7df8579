package dev.retort.cli.setup;

import eu.maveniverse.domtrip.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts Retort into a {@code pom.xml}: the runtime as a dependency, the processor on the compiler's
 * processor path, the plugin with the commands. What is there stays as it is written.
 */
public final class PomSetup {

  private static final String GROUP = "dev.retort";
  private static final String RUNTIME = "retort-runtime";
  private static final String PLUGIN = "retort-maven-plugin";
  private static final String VERSION = "retort.version";

  private final PomEdit edit;
  private final String newVersion;
  private final List<String> remarks = new ArrayList<>();

  private PomSetup(PomEdit edit, String newVersion) {
    this.edit = edit;
    this.newVersion = newVersion;
  }

  /**
   * Adds what is missing. Where a part of Retort is there already, the others get its version.
   *
   * @param name how people name the file
   * @param pom the text of a {@code pom.xml}
   * @param version the version of Retort
   * @param packageName the package of the migrations; empty for the one that the processor takes
   * @throws UnusablePomException if that is no project file of Maven's, or one without classes
   */
  public static Pom of(String name, String pom, String version, Optional<String> packageName)
      throws UnusablePomException {
    PomEdit edit = PomEdit.of(pom);
    if (PomEdit.text(edit.root(), "packaging").equals("pom")) {
      throw new UnusablePomException(
          "its packaging is pom, so it has no classes",
          "run the command in the module that has the entities.");
    }
    PomSetup setup = new PomSetup(edit, version);
    setup.add(packageName);
    String text = edit.text();
    return new Pom(name, text, UnifiedDiff.of(name, pom, text), setup.remarks);
  }

  private void add(Optional<String> packageName) {
    Element root = edit.root();
    Optional<String> used = usedVersion();
    boolean runtime = has(PomEdit.all(root, "dependencies", "dependency"), RUNTIME);
    boolean plugin = has(PomEdit.all(root, "build", "plugins", "plugin"), PLUGIN);
    CompilerSetup compiler = new CompilerSetup(edit, remarks::add);
    boolean processor = compiler.hasProcessor();
    String version = used.orElse("${" + VERSION + "}");
    if (used.isEmpty() && !(runtime && plugin && processor)) {
      Element properties = edit.child(root, "properties");
      if (properties.childElement(VERSION).isEmpty()) {
        edit.insert(properties, VERSION, newVersion);
      }
    }
    if (!runtime) {
      coordinates(edit.insert(edit.child(root, "dependencies"), "dependency"), RUNTIME, version);
    }
    if (!processor) {
      coordinates(compiler.newPath(), CompilerSetup.PROCESSOR, version);
      compiler.addArguments(packageName);
    }
    if (!plugin) {
      Element plugins = edit.child(edit.child(root, "build"), "plugins");
      coordinates(edit.insert(plugins, "plugin"), PLUGIN, version);
    }
    compiler.remarkWhatHinders();
  }

  private Optional<String> usedVersion() {
    return edit.root()
        .descendants()
        .filter(each -> PomEdit.text(each, "groupId").equals(GROUP))
        .map(each -> PomEdit.text(each, "version"))
        .filter(version -> !version.isEmpty())
        .findFirst();
  }

  private void coordinates(Element of, String artifact, String version) {
    edit.insert(of, "groupId", GROUP);
    edit.insert(of, "artifactId", artifact);
    edit.insert(of, "version", version);
  }

  private static boolean has(List<Element> elements, String artifact) {
    return elements.stream().anyMatch(each -> PomEdit.isArtifact(each, artifact));
  }
}
