package dev.retort.processor.migration;

import static dev.retort.canonical.MembersBuilder.members;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.retort.canonical.CanonicalForm;
import dev.retort.canonical.Json;
import dev.retort.canonical.OperationJson;
import dev.retort.canonical.Sha256;
import dev.retort.migrate.RetortVersion;
import dev.retort.operation.RecordedOperation;
import dev.retort.operation.SourceLine;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What revisions recorded in earlier compilations, kept as long as their source stays the same.
 * Only revisions that use nothing but the JDK and Retort are kept: what a library contributes may
 * change with the library.
 */
public final class RecordingCache {

  private final Map<String, Entry> kept;
  private final Map<String, Entry> current = new TreeMap<>();

  /**
   * One class's recording.
   *
   * @param source the hash of its source
   */
  private record Entry(
      String source, List<RecordedOperation> upgrade, List<RecordedOperation> downgrade) {}

  private RecordingCache(Map<String, Entry> kept) {
    this.kept = kept;
  }

  /** The cache in the given text; empty where the text is absent or of another version. */
  public static RecordingCache of(Optional<String> text) {
    Map<String, Entry> entries = new HashMap<>();
    try {
      if (text.isPresent()
          && Json.parse(text.get()) instanceof Json.Members cache
          && cache.text("version").equals(version())) {
        cache
            .get("classes")
            .asMembers()
            .byName()
            .forEach((name, entry) -> entries.put(name, entry(entry.asMembers())));
      }
    } catch (IllegalArgumentException damaged) {
      entries.clear();
    }
    return new RecordingCache(entries);
  }

  /** The cache for the next compilation: what this one used or recorded. */
  public String text() {
    Map<String, Json> classes = new LinkedHashMap<>();
    current.forEach((name, entry) -> classes.put(name, json(entry)));
    return members()
        .with("version", version())
        .with("classes", new Json.Members(classes))
        .build()
        .write();
  }

  Optional<RecordedRevision> find(DeclaredRevision revision, SourceUnit unit) {
    Entry entry = kept.get(revision.binaryName());
    if (entry == null || !entry.source().equals(hash(unit.text()))) {
      return Optional.empty();
    }
    current.put(revision.binaryName(), entry);
    return Optional.of(new RecordedRevision(revision, entry.upgrade(), entry.downgrade()));
  }

  /** Keeps a recording; the source must use nothing but the JDK and Retort. */
  void keep(RecordedRevision recorded, SourceUnit unit) {
    current.put(
        recorded.declared().binaryName(),
        new Entry(hash(unit.text()), recorded.upgrade(), recorded.downgrade()));
  }

  /**
   * The versions of the form, of the runtime that records and of the processor that this is:
   * another one may record, or write, otherwise.
   */
  private static String version() {
    return CanonicalForm.VERSION + " " + RetortVersion.running() + " " + RetortVersion.CURRENT;
  }

  private static Json json(Entry entry) {
    return members()
        .with("source", entry.source())
        .with("upgrade", Json.items(entry.upgrade().stream().map(RecordingCache::json)))
        .with("downgrade", Json.items(entry.downgrade().stream().map(RecordingCache::json)))
        .build();
  }

  private static Json json(RecordedOperation recorded) {
    SourceLine line = recorded.source();
    return members()
        .with("class", line.className())
        .with("file", line.file())
        .with("line", Json.whole(line.line()))
        .with("operation", OperationJson.write(recorded.operation()))
        .build();
  }

  private static Entry entry(Json.Members json) {
    return new Entry(
        json.text("source"),
        operations(json.items("upgrade")),
        operations(json.items("downgrade")));
  }

  private static List<RecordedOperation> operations(List<Json> items) {
    return items.stream()
        .map(Json::asMembers)
        .map(
            json ->
                new RecordedOperation(
                    OperationJson.read(json.get("operation")),
                    new SourceLine(
                        json.text("class"), json.text("file"), (int) json.get("line").asWhole())))
        .toList();
  }

  private static String hash(String text) {
    return HexFormat.of().formatHex(Sha256.digest().digest(text.getBytes(UTF_8)));
  }
}
