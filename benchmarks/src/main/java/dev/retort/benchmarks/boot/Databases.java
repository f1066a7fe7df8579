package dev.retort.benchmarks.boot;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/** Databases on an embedded server. */
final class Databases implements AutoCloseable {

  private final EmbeddedPostgres server;
  private int created;

  private Databases(EmbeddedPostgres server) {
    this.server = server;
  }

  static Databases start() throws IOException {
    return new Databases(
        EmbeddedPostgres.builder().setConnectConfig("connectTimeout", "20").start());
  }

  int port() {
    return server.getPort();
  }

  /** Makes an empty database and gives its name. */
  String create() throws SQLException {
    String name = "boot_" + ++created;
    asAdmin("CREATE DATABASE " + name + " TEMPLATE template0");
    return name;
  }

  void drop(String name) throws SQLException {
    asAdmin("DROP DATABASE " + name + " WITH (FORCE)");
  }

  /** The URL of a database as it is reached through a port. */
  static String url(String name, int port) {
    return "jdbc:postgresql://localhost:" + port + "/" + name + "?user=postgres";
  }

  PGSimpleDataSource dataSource(String name) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url(name, port()));
    return source;
  }

  private void asAdmin(String sql) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
