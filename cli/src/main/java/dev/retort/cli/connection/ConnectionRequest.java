package dev.retort.cli.connection;

import java.util.Optional;

/**
 * What was said of the connection on the command line.
 *
 * @param url the address, in any form that {@code DATABASE_URL} may have
 */
public record ConnectionRequest(
    Optional<String> url, Optional<String> user, Optional<String> password) {

  /** Nothing was said. */
  public static final ConnectionRequest NONE =
      new ConnectionRequest(Optional.empty(), Optional.empty(), Optional.empty());

  /** Without the values, which may hold secrets. */
  @Override
  public String toString() {
    return "ConnectionRequest[url=" + (url.isPresent() ? "given" : "none") + "]";
  }
}
