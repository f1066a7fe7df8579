package dev.retort.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.example.settings.DatabaseAddress;
import dev.retort.example.settings.Settings;
import dev.retort.problem.RetortException;
import dev.retort.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application on a real server, called over HTTP. */
class BackendTest {

  private static final String HEAD = "b7d41e60c9f5";
  private static final Path NO_DIRECTORY = Path.of("unused");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Output output = new Output(new PrintStream(printed, true, UTF_8));
  private final Lifecycle lifecycle = new Lifecycle();
  private final TestDatabase database = TestDatabase.create();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() {
    lifecycle.close();
  }

  @Test
  void migratesOnceAndIsUpToDateAfterwards() {
    start(lifecycle);
    assertThat(lines())
        .filteredOn(line -> line.startsWith("applied"))
        .extracting(line -> line.substring("applied".length()).strip())
        .satisfiesExactly(
            line -> assertThat(line).matches("698c22942be3  Create the tables +\\d+ ms"),
            line ->
                assertThat(line)
                    .matches("3f2a9c1b04de  Add maintenance_schedule to machines +\\d+ ms"),
            line ->
                assertThat(line).matches("b7d41e60c9f5  Replace operational by status +\\d+ ms"));
    assertThat(lines()).contains("schema     migrated to " + HEAD);

    printed.reset();
    start(lifecycle);
    assertThat(lines())
        .contains("schema     up to date at " + HEAD, "plant      3 machines")
        .noneMatch(line -> line.startsWith("applied"));
  }

  @Test
  void answers() throws Exception {
    URI address = start(lifecycle);

    assertThat(body(address.resolve("health")))
        .isEqualTo(json("{'status': 'up', 'revision': '" + HEAD + "'}"));
    JsonNode machines = body(address.resolve("machines"));
    assertThat(machines.findValuesAsString("code"))
        .containsExactly("CNC-001", "PRESS-001", "WELD-001");
    JsonNode mill = machines.get(0);
    assertThat(mill.get("status")).isEqualTo(json("'OPERATIONAL'"));
    assertThat(mill.get("tags")).isEqualTo(json("['critical', 'line-1']"));
    assertThat(mill.get("responsible")).isEqualTo(json("['Ada Lind', 'Ben Okafor']"));
    assertThat(mill.get("readings").findValuesAsString("inRange")).containsExactly("true", "false");
    assertThat(body(address.resolve("predictions")).findValuesAsString("failureType"))
        .containsExactly("bearing wear", "seal leak");
  }

  @Test
  void refusesWhatItDoesNotKnow() throws Exception {
    URI address = start(lifecycle);

    assertThat(get(address.resolve("elsewhere")).statusCode()).isEqualTo(404);
    HttpRequest post =
        HttpRequest.newBuilder(address.resolve("machines")).POST(BodyPublishers.noBody()).build();
    HttpResponse<String> refused = client.send(post, BodyHandlers.ofString());
    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.headers().firstValue("Allow")).hasValue("GET");
  }

  @Test
  void comesUpSeveralTimesAtOnce() throws Exception {
    int replicas = 4;
    ExecutorService threads = Executors.newFixedThreadPool(replicas);
    try {
      List<Future<URI>> starts = new ArrayList<>();
      for (int i = 0; i < replicas; i++) {
        starts.add(threads.submit(() -> start(lifecycle)));
      }
      for (Future<URI> start : starts) {
        assertThat(body(result(start).resolve("machines"))).hasSize(3);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(lines()).filteredOn(line -> line.startsWith("applied")).hasSize(3);
    assertThat(lines()).filteredOn(line -> line.contains("a sample written")).hasSize(1);
  }

  @Test
  void isDownWhenItsRevisionCannotBeRead() throws Exception {
    URI address = start(lifecycle);
    database.execute(
        "ALTER TABLE retort_version RENAME TO away; CREATE TABLE retort_version (other integer)");

    HttpResponse<String> health = get(address.resolve("health"));

    assertThat(health.statusCode()).isEqualTo(503);
    assertThat(json(health.body())).isEqualTo(json("{'status': 'down', 'revision': ''}"));
  }

  @Test
  void failsWithRetortsWordsOnAWrongPassword() {
    DatabaseAddress wrong =
        new DatabaseAddress(
            database.url(), Optional.of("nobody_here"), Optional.of("not the password"));

    assertThatThrownBy(
            () ->
                new Backend(output, lifecycle)
                    .start(new Settings(OptionalInt.of(0), Optional.of(wrong)), NO_DIRECTORY))
        .isInstanceOf(RetortException.class)
        .hasMessageContaining("nobody_here")
        .hasMessageContaining("Fix: ")
        .hasMessageNotContaining("not the password");
  }

  @Test
  void namesThePortThatIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      Settings settings = settings().withPort(port);

      assertThatThrownBy(() -> new Backend(output, lifecycle).start(settings, NO_DIRECTORY))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Port " + port)
          .hasMessageContaining("PORT=" + (port + 1));
    }
  }

  private URI start(Lifecycle of) {
    return new Backend(output, of).start(settings(), NO_DIRECTORY);
  }

  private Settings settings() {
    return new Settings(
        OptionalInt.of(0),
        Optional.of(
            new DatabaseAddress(
                database.url(), Optional.of(database.user()), Optional.of(database.password()))));
  }

  private List<String> lines() {
    return printed.toString(UTF_8).lines().map(String::stripTrailing).toList();
  }

  private JsonNode body(URI resource) throws Exception {
    HttpResponse<String> response = get(resource);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
    return new JsonMapper().readTree(response.body());
  }

  private HttpResponse<String> get(URI resource) throws Exception {
    return client.send(HttpRequest.newBuilder(resource).build(), BodyHandlers.ofString());
  }

  private static URI result(Future<URI> start) throws InterruptedException, ExecutionException {
    return start.get();
  }

  private static JsonNode json(String text) {
    return new JsonMapper().readTree(text.replace('\'', '"'));
  }
}
