package dev.retort.example.http;

/**
 * How the application is.
 *
 * @param status {@code up} or {@code down}
 * @param revision the revision that the database is at; empty when it cannot be asked
 */
public record Health(String status, String revision) {

  public static Health up(String revision) {
    return new Health("up", revision);
  }

  public static Health down() {
    return new Health("down", "");
  }
}
