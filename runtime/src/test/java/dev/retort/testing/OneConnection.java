package dev.retort.testing;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A pool of one real connection, which is handed out as it is and stays open when given back;
 * counts the calls that run statements or end transactions.
 */
public final class OneConnection implements DataSource, AutoCloseable {

  private final Connection connection;
  private final AtomicInteger statements = new AtomicInteger();

  public OneConnection(Connection connection) {
    this.connection = connection;
  }

  /** How many statements, commits and rollbacks there were. */
  public int statements() {
    return statements.get();
  }

  @Override
  public Connection getConnection() {
    return counting(Connection.class, connection);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private <T> T counting(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              String name = method.getName();
              if (type == Connection.class && name.equals("close")) {
                return null;
              }
              if (name.startsWith("execute") || name.equals("commit") || name.equals("rollback")) {
                statements.incrementAndGet();
              }
              Object result;
              try {
                result = method.invoke(target, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              boolean isStatement = Statement.class.isAssignableFrom(method.getReturnType());
              return isStatement ? wrapped(method.getReturnType(), result) : result;
            }));
  }

  private <T> T wrapped(Class<T> type, Object statement) {
    return counting(type, type.cast(statement));
  }

  @Override
  public Connection getConnection(String user, String password) {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setLogWriter(PrintWriter out) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setLoginTimeout(int seconds) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("not a wrapper of " + type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
