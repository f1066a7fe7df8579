package dev.retort.benchmarks.boot;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** An application that boots, and says how long that took. */
public final class BootProcess {

  static final String RESULT = "boot took ";

  private BootProcess() {}

  /**
   * Connects once, so that the driver is loaded, and logs a line, as every application has before
   * it migrates; then boots and prints {@link #RESULT}, the nanoseconds, and the most memory that
   * the process has had, in KiB.
   *
   * @param arguments the name of a {@link Tool} and the database's URL
   */
  public static void main(String[] arguments) throws Exception {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(arguments[1]);
    dataSource.getConnection().close();
    System.getLogger("application").log(Level.INFO, "starting");
    long start = System.nanoTime();
    boot(arguments[0]).run(dataSource);
    long nanoseconds = System.nanoTime() - start;
    System.out.println(RESULT + nanoseconds + " " + mostMemory());
  }

  /** By name and without reflection, so that no class of another tool is looked for. */
  private static Boot boot(String tool) {
    return switch (tool) {
      case "CONNECT" -> dataSource -> use(dataSource.getConnection());
      case "JDBC_STEPS" -> new JdbcSteps(false);
      case "JDBC_COMMITS" -> new JdbcSteps(true);
      case "JDBC_BATCH" -> new JdbcBatch();
      case "RETORT" -> new RetortBoot(false);
      case "RETORT_EACH" -> new RetortBoot(true);
      case "EBEAN" -> new EbeanBoot();
      case "FLYWAY" -> new FlywayBoot();
      case "LIQUIBASE" -> new LiquibaseBoot();
      default -> throw new IllegalArgumentException(tool);
    };
  }

  private static void use(Connection connection) throws SQLException {
    connection.close();
  }

  /** What Linux says of the process; zero elsewhere. */
  private static long mostMemory() throws IOException {
    Path status = Path.of("/proc/self/status");
    List<String> lines = Files.exists(status) ? Files.readAllLines(status) : List.of();
    return lines.stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }
}
