package dev.retort.migrate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * The connection that a revision's own code is given: everything but ending the transaction. Its
 * statements lead back to it; what gets around it all the same, the check after the step finds.
 */
final class StepConnection {

  private static final Set<String> FORBIDDEN = Set.of("commit", "setAutoCommit", "close", "abort");

  private StepConnection() {}

  static Connection of(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            StepConnection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              String name = method.getName();
              boolean wholeRollback = name.equals("rollback") && arguments == null;
              if (wholeRollback || FORBIDDEN.contains(name)) {
                throw new SQLException(
                    "a step runs inside its revision's transaction and must not call " + name);
              }
              if (name.equals("unwrap") && arguments[0] == Connection.class) {
                return proxy;
              }
              Object result = invoke(connection, method, arguments);
              return Statement.class.isAssignableFrom(method.getReturnType())
                  ? statement(method.getReturnType(), result, proxy)
                  : result;
            });
  }

  private static Object statement(Class<?> type, Object statement, Object connection) {
    return Proxy.newProxyInstance(
        StepConnection.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) ->
            method.getName().equals("getConnection")
                ? connection
                : invoke(statement, method, arguments));
  }

  private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
