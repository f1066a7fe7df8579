package dev.retort.testing;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.SocketFactory;

/**
 * Counts round trips where they happen: a read from the server's socket after something was written
 * to it. Given to the driver by its property {@code socketFactory}; counts for the whole JVM, so
 * one test at a time.
 */
public final class RoundTrips extends SocketFactory {

  private static final AtomicInteger TRIPS = new AtomicInteger();
  private static final AtomicBoolean WRITTEN = new AtomicBoolean();

  /** Starts to count anew. */
  public static void reset() {
    TRIPS.set(0);
    WRITTEN.set(false);
  }

  /** The round trips since the last {@link #reset()}. */
  public static int count() {
    return TRIPS.get();
  }

  @Override
  public Socket createSocket() {
    return new CountingSocket();
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw new UnsupportedOperationException();
  }

  private static final class CountingSocket extends Socket {

    @Override
    public OutputStream getOutputStream() throws IOException {
      return new FilterOutputStream(super.getOutputStream()) {
        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          WRITTEN.set(true);
          out.write(bytes, offset, length);
        }
      };
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          if (WRITTEN.getAndSet(false)) {
            TRIPS.incrementAndGet();
          }
          return in.read(bytes, offset, length);
        }
      };
    }
  }
}
