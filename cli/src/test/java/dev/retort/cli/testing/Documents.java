package dev.retort.cli.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.retort.cli.RetortCli;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Holds JSON documents against the schema that is published with the commands. */
public final class Documents {

  private static final Schema SCHEMA = load();

  private Documents() {}

  /** What is wrong with a document; nothing if it is as the schema says. */
  public static List<String> problems(String document) {
    return SCHEMA.validate(document, InputFormat.JSON).stream().map(Object::toString).toList();
  }

  private static Schema load() {
    try (InputStream in = RetortCli.class.getResourceAsStream("output.schema.json")) {
      String text = new String(in.readAllBytes(), UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
