package dev.retort.example.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Serves resources as JSON on the loopback address until it is closed. */
public final class Api implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Api.class.getName());

  private final HttpServer server;
  private final ExecutorService threads;
  private final Map<String, Supplier<?>> resources;
  private final JsonMapper json =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Api(HttpServer server, ExecutorService threads, Map<String, Supplier<?>> resources) {
    this.server = server;
    this.threads = threads;
    this.resources = Map.copyOf(resources);
  }

  /**
   * Starts serving.
   *
   * @param port the port, or 0 for any free one
   * @param resources what to answer, by path; a {@link Health} that is down is answered with 503
   * @throws IOException if the port is taken
   */
  public static Api serve(int port, Map<String, Supplier<?>> resources) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    Api api = new Api(server, Executors.newFixedThreadPool(4), resources);
    server.setExecutor(api.threads);
    server.createContext("/", api::answer);
    server.start();
    return api;
  }

  /** Where it serves, with a slash at the end. */
  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Supplier<?> resource = resources.get(exchange.getRequestURI().getPath());
      if (resource == null) {
        send(exchange, 404, Map.of("error", "no such resource"));
      } else if (!exchange.getRequestMethod().equals("GET")) {
        exchange.getResponseHeaders().set("Allow", "GET");
        send(exchange, 405, Map.of("error", "only GET is answered"));
      } else {
        answer(exchange, resource);
      }
    }
  }

  private void answer(HttpExchange exchange, Supplier<?> resource) throws IOException {
    Object body;
    try {
      body = resource.get();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "GET " + exchange.getRequestURI() + " failed", e);
      send(exchange, 500, Map.of("error", "internal error"));
      return;
    }
    send(
        exchange,
        body instanceof Health health && health.status().equals("down") ? 503 : 200,
        body);
  }

  private void send(HttpExchange exchange, int status, Object body) throws IOException {
    byte[] bytes = json.writeValueAsBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }
}
