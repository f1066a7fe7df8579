package dev.retort.example;

import dev.retort.example.settings.Environment;
import dev.retort.example.settings.Settings;
import dev.retort.example.settings.SettingsException;
import dev.retort.problem.RetortException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.logging.LogManager;

/**
 * Starts the application and serves until the process is stopped. With {@code --self-check} it
 * calls its own resources once, on any free port, and ends: with 0 if all is well, else with 1.
 */
public final class Application {

  private static final String SELF_CHECK = "--self-check";

  private final Output output = new Output(System.out);
  private final Lifecycle lifecycle = new Lifecycle();

  private Application() {}

  public static void main(String[] args) throws InterruptedException {
    configureLogging();
    int status = new Application().run(List.of(args), System.getenv());
    System.exit(status);
  }

  private int run(List<String> args, Map<String, String> environment) throws InterruptedException {
    if (!args.isEmpty() && !args.equals(List.of(SELF_CHECK))) {
      output.print("The only argument is " + SELF_CHECK + "; settings come from the environment.");
      return 2;
    }
    boolean selfCheck = !args.isEmpty();
    Runtime.getRuntime().addShutdownHook(new Thread(lifecycle::close, "stop"));
    try {
      Settings settings = Settings.from(Environment.read(Path.of(".env"), environment));
      URI address =
          new Backend(output, lifecycle)
              .start(selfCheck ? settings.withPort(0) : settings, dataDirectory());
      if (selfCheck) {
        return new SelfCheck(output).passes(address) ? 0 : 1;
      }
      lifecycle.add(() -> output.print("stopping"));
      output.say("serving", address + " (/machines, /predictions, /health) until Ctrl-C");
      new CountDownLatch(1).await();
      return 0;
    } catch (RetortException | SettingsException | IllegalStateException e) {
      return failed(e);
    }
  }

  /** The message says all that the reader can act on: one paragraph, no stack trace. */
  private int failed(RuntimeException e) {
    System.out.flush();
    System.err.println(e.getMessage().replaceAll("\\s*\\R\\s*", " "));
    return 1;
  }

  private static Path dataDirectory() {
    return Path.of(System.getProperty("example.data-directory", "target/postgres-data"));
  }

  private static void configureLogging() {
    try (InputStream configuration = Application.class.getResourceAsStream("/logging.properties")) {
      LogManager.getLogManager().readConfiguration(configuration);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
