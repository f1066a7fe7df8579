package dev.retort.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.retort.cli.output.ExitCode;
import java.io.Console;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs one command in a process of its own, which exits with the command's code. */
public final class Main {

  /** Held on to: the JDK forgets loggers that nobody refers to, with their levels. */
  private static final Logger LOG = Logger.getLogger("dev.retort");

  private Main() {}

  public static void main(String[] arguments) {
    // What the migrator logs is what is told as progress here.
    LOG.setLevel(Level.WARNING);
    Surroundings surroundings =
        Surroundings.of(writer(System.out, "stdout"), writer(System.err, "stderr"))
            .terminal(isTerminal());
    ExitCode exit = RetortCli.run(List.of(arguments), surroundings);
    surroundings.out().flush();
    surroundings.err().flush();
    System.exit(exit.code());
  }

  /** In the encoding of the terminal, which JDKs before 19 do not tell, else in UTF-8. */
  private static PrintWriter writer(PrintStream stream, String name) {
    String encoding =
        System.getProperty(name + ".encoding", System.getProperty("sun." + name + ".encoding"));
    Charset charset =
        encoding != null && Charset.isSupported(encoding) ? Charset.forName(encoding) : UTF_8;
    return new PrintWriter(stream, false, charset);
  }

  /** From JDK 22 on there is a console without a terminal too, and a method that tells. */
  @SuppressWarnings("SystemConsoleNull") // asked for the JDKs where that tells
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException before22) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException e) {
      return false;
    }
  }
}
