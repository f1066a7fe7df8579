package dev.retort.example.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL server of the application's own, whose data outlives the process. */
public final class EmbeddedServer implements AutoCloseable {

  private final EmbeddedPostgres server;
  private final FileChannel lock;

  private EmbeddedServer(EmbeddedPostgres server, FileChannel lock) {
    this.server = server;
    this.lock = lock;
  }

  /**
   * Starts a server on the given data directory, which is made if it is not there.
   *
   * @throws IllegalStateException if another process uses the directory, or the server does not
   *     start on it
   */
  public static EmbeddedServer start(Path dataDirectory) {
    Path directory = dataDirectory.toAbsolutePath().normalize();
    FileChannel lock = lock(directory);
    try {
      stopOrphan(directory);
      return new EmbeddedServer(
          EmbeddedPostgres.builder()
              .setDataDirectory(directory)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setLocaleConfig("locale", "C")
              .setPGStartupWait(Duration.ofSeconds(60))
              .start(),
          lock);
    } catch (IOException | RuntimeException e) {
      closeQuietly(lock);
      throw new IllegalStateException(
          "The embedded PostgreSQL does not start on "
              + directory
              + " ("
              + e.getMessage()
              + "). Delete that directory, or name a server of your own in DATABASE_URL.",
          e);
    }
  }

  /** Opens connections as the superuser to the database that initdb made. */
  public PGSimpleDataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(server.getJdbcUrl("postgres", "postgres"));
    return source;
  }

  public int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      closeQuietly(lock);
    }
  }

  /** The lock is beside the directory: initdb wants the directory itself empty. */
  private static FileChannel lock(Path directory) {
    try {
      Files.createDirectories(directory.getParent());
      FileChannel channel =
          FileChannel.open(
              directory.resolveSibling(directory.getFileName() + ".lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      if (isLocked(channel)) {
        return channel;
      }
      closeQuietly(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException(
        "Another process of this application runs on "
            + directory
            + ". Stop it, or name a server that both can use in DATABASE_URL.");
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /**
   * Stops the server that a killed process left behind. Nobody else holds the lock, so a server
   * that runs on this directory has lost its application.
   */
  private static void stopOrphan(Path directory) throws IOException {
    Path pidFile = directory.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    List<String> lines = Files.readAllLines(pidFile);
    ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
        .filter(process -> isServerOf(process, directory))
        .ifPresent(EmbeddedServer::stop);
  }

  /** Process ids are used again: only one that names this directory is the server. */
  private static boolean isServerOf(ProcessHandle process, Path directory) {
    return process.info().commandLine().filter(l -> l.contains(directory.toString())).isPresent();
  }

  private static void stop(ProcessHandle process) {
    process.destroy();
    try {
      process.onExit().get(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("process " + process.pid() + " does not stop", e);
    }
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
