package dev.retort.migrate;

import dev.retort.problem.Passwords;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Keeps passwords out of exceptions that people are shown. */
public final class Secrets {

  private Secrets() {}

  /** The text with stars in place of what look like passwords. */
  public static String strip(String text) {
    return Passwords.strip(text);
  }

  /** The exception, or one without its secrets if it, or one that hangs on it, tells any. */
  static Throwable strip(Throwable thrown) {
    if (!tells(thrown, Collections.newSetFromMap(new IdentityHashMap<>()))) {
      return thrown;
    }
    SQLException clean =
        new SQLException(strip(message(thrown)), SqlStates.of(thrown).orElse(null));
    clean.setStackTrace(thrown.getStackTrace());
    return clean;
  }

  /** Of the exception, its causes, those that were suppressed, and those that JDBC chains. */
  private static boolean tells(Throwable thrown, Set<Throwable> seen) {
    if (!seen.add(thrown)) {
      return false;
    }
    List<Throwable> hanging = new ArrayList<>(List.of(thrown.getSuppressed()));
    if (thrown.getCause() != null) {
      hanging.add(thrown.getCause());
    }
    if (thrown instanceof SQLException sql && sql.getNextException() != null) {
      hanging.add(sql.getNextException());
    }
    if (!message(thrown).equals(strip(message(thrown)))) {
      return true;
    }
    for (Throwable each : hanging) {
      if (tells(each, seen)) {
        return true;
      }
    }
    return false;
  }

  /** The exception's message as it is, or its kind where it has none. */
  static String message(Throwable thrown) {
    String text = thrown.getMessage();
    return text == null ? thrown.getClass().getName() : text;
  }
}
