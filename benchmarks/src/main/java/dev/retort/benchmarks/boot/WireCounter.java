package dev.retort.benchmarks.boot;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proxy before the server that reads what clients send (PostgreSQL's frontend protocol, version
 * 3, without encryption) and counts it.
 *
 * <p>A round trip is what a client sends while the server owes it no {@code ReadyForQuery}, with
 * all that it sends before it has that answer. Those by which a connection is made are not among
 * them. A statement is a {@code Query} or an {@code Execute}; the statements of one {@code Query}
 * count as one.
 */
final class WireCounter implements AutoCloseable {

  private final ServerSocket listening;
  private final int server;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger roundTrips = new AtomicInteger();
  private final AtomicInteger statements = new AtomicInteger();

  /** A proxy before the server at a port of this machine. */
  WireCounter(int server) throws IOException {
    this.server = server;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** What was counted. */
  record Counts(int connections, int roundTrips, int statements) {}

  Counts counts() {
    return new Counts(connections.get(), roundTrips.get(), statements.get());
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = listening.accept();
      Socket forward = new Socket(InetAddress.getLoopbackAddress(), server);
      client.setTcpNoDelay(true);
      forward.setTcpNoDelay(true);
      connections.incrementAndGet();
      // The answer to what a connection begins with.
      AtomicInteger owed = new AtomicInteger(1);
      daemon(
          () -> {
            try (client;
                forward) {
              answer(forward.getInputStream(), client.getOutputStream(), owed);
            }
          });
      daemon(
          () -> {
            try (client;
                forward) {
              forward(client.getInputStream(), forward.getOutputStream(), owed);
            }
          });
    }
  }

  private static void answer(InputStream from, OutputStream to, AtomicInteger owed)
      throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(from));
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to));
    while (true) {
      int type = in.read();
      if (type < 0) {
        return;
      }
      if (type == 'Z') {
        owed.decrementAndGet();
      }
      int length = in.readInt();
      out.write(type);
      out.writeInt(length);
      out.write(in.readNBytes(length - Integer.BYTES));
      if (in.available() == 0) {
        out.flush();
      }
    }
  }

  private void forward(InputStream from, OutputStream to, AtomicInteger owed) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(from));
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to));
    int start = in.readInt();
    out.writeInt(start);
    out.write(in.readNBytes(start - Integer.BYTES));
    out.flush();
    while (true) {
      int type = in.read();
      if (type < 0) {
        return;
      }
      count((char) type, owed);
      int length = in.readInt();
      out.write(type);
      out.writeInt(length);
      out.write(in.readNBytes(length - Integer.BYTES));
      if (in.available() == 0) {
        out.flush();
      }
    }
  }

  private void count(char type, AtomicInteger owed) {
    switch (type) {
      case 'Q' -> {
        ask(owed);
        statements.incrementAndGet();
      }
      case 'S', 'F' -> ask(owed);
      case 'E' -> statements.incrementAndGet();
      default -> {}
    }
  }

  private void ask(AtomicInteger owed) {
    if (owed.getAndIncrement() == 0) {
      roundTrips.incrementAndGet();
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void daemon(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (EOFException | SocketException ended) {
                // One of the two sides has closed.
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
