package dev.retort.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import javax.sql.DataSource;

/**
 * A server that is in recovery and answers queries, as a hot standby is; it follows no other one.
 * Always an embedded server: one that is given, or a container's, is not in recovery.
 */
public final class StandbyServer implements AutoCloseable {

  private final EmbeddedPostgres server;

  public StandbyServer() throws IOException {
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setDataDirectoryCustomizer(StandbyServer::markStandby)
            .start();
  }

  private static void markStandby(File dataDirectory) {
    try {
      Files.createFile(dataDirectory.toPath().resolve("standby.signal"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A source of new connections to its database postgres. */
  public DataSource dataSource() {
    return server.getPostgresDatabase();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
