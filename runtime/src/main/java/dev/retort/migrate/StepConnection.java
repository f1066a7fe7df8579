package dev.retort.migrate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** The connection that a revision's own code is given: everything but ending the transaction. */
final class StepConnection {

  private static final Set<String> FORBIDDEN = Set.of("commit", "setAutoCommit", "close", "abort");

  private StepConnection() {}

  static Connection of(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            StepConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              boolean wholeRollback = method.getName().equals("rollback") && arguments == null;
              if (wholeRollback || FORBIDDEN.contains(method.getName())) {
                throw new SQLException(
                    "a step runs inside its revision's transaction and must not call "
                        + method.getName());
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
