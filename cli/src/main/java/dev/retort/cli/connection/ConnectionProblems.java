package dev.retort.cli.connection;

import dev.retort.problem.Problem;

/** What can be wrong with the settings of a connection. No text repeats a value but a port. */
final class ConnectionProblems {

  private ConnectionProblems() {}

  static Problem nowhere() {
    return new Problem(
        "RT601",
        "Nothing says where the database is: neither --url, nor DATABASE_URL, DB_URL, DB_HOST and"
            + " DB_NAME, PGHOST and PGDATABASE in the environment or in a .env file of the working"
            + " directory.",
        "give --url jdbc:postgresql://localhost:5432/NAME --user USER, with the password in"
            + " PGPASSWORD; or set DATABASE_URL=postgresql://USER:PASSWORD@localhost:5432/NAME.");
  }

  /**
   * An address that is none.
   *
   * @param setting the option or variable that holds it
   */
  static Problem unusableUrl(String setting) {
    return new Problem(
        "RT602",
        setting
            + " is no address of a PostgreSQL database. It is not repeated here: it may hold a"
            + " password.",
        "write postgresql://USER:PASSWORD@localhost:5432/NAME, with %40 for an at sign in the"
            + " password and the like, or jdbc:postgresql://localhost:5432/NAME.");
  }

  static Problem unusablePort(String setting, String value) {
    return new Problem(
        "RT602",
        setting + " is '" + value + "', which is no port.",
        "write a number from 1 to 65535: " + setting + "=5432.");
  }

  static Problem socket(String setting) {
    return new Problem(
        "RT602",
        setting
            + " is a directory, where psql finds the server's Unix socket; the JDBC driver"
            + " connects by TCP alone.",
        "name a host: " + setting + "=localhost.");
  }

  static Problem noName(String setting) {
    return new Problem(
        "RT602",
        "The environment names a database server and no database: " + setting + " is not set.",
        "set it: " + setting + "=NAME.");
  }

  /** A line of a file that is no setting; it is not repeated, since it may hold a password. */
  static Problem unreadableLine(String file, int line) {
    return new Problem(
        "RT602",
        "Line " + line + " of " + file + " is no setting.",
        "write NAME=value, or # before a note.");
  }

  static Problem unreadableFile(String file, String reason) {
    return new Problem(
        "RT602", file + " cannot be read: " + reason, "make it readable, or remove it.");
  }
}
