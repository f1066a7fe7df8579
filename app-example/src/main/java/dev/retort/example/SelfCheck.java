package dev.retort.example;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the application as its clients do. */
final class SelfCheck {

  private record Check(String path, Predicate<JsonNode> accepts) {}

  private static final List<Check> CHECKS =
      List.of(
          new Check("health", body -> body.path("status").asString("").equals("up")),
          new Check("machines", body -> body.isArray() && !body.isEmpty()),
          new Check("predictions", body -> body.isArray()));

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final JsonMapper json = new JsonMapper();
  private final Output output;

  SelfCheck(Output output) {
    this.output = output;
  }

  /**
   * Prints what each resource answers.
   *
   * @return whether all answered as they should
   */
  boolean passes(URI address) throws InterruptedException {
    boolean passed = true;
    for (Check check : CHECKS) {
      passed &= passes(check, address.resolve(check.path()));
    }
    output.say("check", passed ? "passed" : "failed");
    return passed;
  }

  private boolean passes(Check check, URI resource) throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(resource).timeout(Duration.ofSeconds(10)).build();
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      output.say("GET", resource + " answers " + response.statusCode());
      output.print(response.body());
      return response.statusCode() == 200 && check.accepts().test(json.readTree(response.body()));
    } catch (IOException e) {
      output.say("GET", resource + " fails: " + e);
      return false;
    }
  }
}
