package dev.retort.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/** A connection as through a pooler in transaction mode. */
public final class SwitchingConnection {

  private SwitchingConnection() {}

  /** Statements outside and inside of transactions go to different processes of the server. */
  public static Connection of(Connection outside, Connection inside) {
    boolean[] transaction = {false};
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("setAutoCommit")) {
                transaction[0] = Boolean.FALSE.equals(arguments[0]);
                inside.setAutoCommit(!transaction[0]);
                return null;
              }
              try {
                return method.invoke(transaction[0] ? inside : outside, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
