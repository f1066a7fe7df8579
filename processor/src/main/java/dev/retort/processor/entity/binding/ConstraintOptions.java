package dev.retort.processor.entity.binding;

import dev.retort.schema.Deferrability;
import java.util.Locale;
import java.util.Optional;

/**
 * The options of a constraint's annotation (Jakarta Persistence 3.2), which Hibernate 7 pastes
 * behind the constraint.
 */
final class ConstraintOptions {

  private ConstraintOptions() {}

  /**
   * When a constraint with these options is checked; empty where they say something else.
   *
   * <p>As PostgreSQL reads them: either clause can come first, and {@code INITIALLY DEFERRED} makes
   * a constraint deferrable.
   */
  static Optional<Deferrability> deferrability(String options) {
    return switch (options.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ")) {
      case "",
          "not deferrable",
          "initially immediate",
          "not deferrable initially immediate",
          "initially immediate not deferrable" ->
          Optional.of(Deferrability.NOT_DEFERRABLE);
      case "deferrable", "deferrable initially immediate", "initially immediate deferrable" ->
          Optional.of(Deferrability.DEFERRABLE);
      case "initially deferred", "deferrable initially deferred", "initially deferred deferrable" ->
          Optional.of(Deferrability.INITIALLY_DEFERRED);
      default -> Optional.empty();
    };
  }
}
