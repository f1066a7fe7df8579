package dev.retort.canonical;

import dev.retort.schema.Deferrability;
import dev.retort.schema.Identity;
import dev.retort.schema.NullsOrder;
import dev.retort.schema.ReferentialAction;
import java.util.Optional;

/** The words of the canonical form for enumerated values, independent of the constants' names. */
final class Words {

  private Words() {}

  static String of(Identity identity) {
    return switch (identity) {
      case ALWAYS -> "always";
      case BY_DEFAULT -> "by default";
    };
  }

  static Identity identity(String word) {
    return switch (word) {
      case "always" -> Identity.ALWAYS;
      case "by default" -> Identity.BY_DEFAULT;
      default -> throw new JsonException("unknown identity '" + word + "'");
    };
  }

  /** Not for the default, which is left out. */
  static Optional<String> of(Deferrability deferrability) {
    return switch (deferrability) {
      case NOT_DEFERRABLE -> Optional.empty();
      case DEFERRABLE -> Optional.of("initially immediate");
      case INITIALLY_DEFERRED -> Optional.of("initially deferred");
    };
  }

  static Deferrability deferrability(Optional<String> word) {
    return switch (word.orElse("")) {
      case "" -> Deferrability.NOT_DEFERRABLE;
      case "initially immediate" -> Deferrability.DEFERRABLE;
      case "initially deferred" -> Deferrability.INITIALLY_DEFERRED;
      default -> throw new JsonException("unknown deferrability '" + word.get() + "'");
    };
  }

  static String of(NullsOrder nulls) {
    return switch (nulls) {
      case FIRST -> "first";
      case LAST -> "last";
    };
  }

  static NullsOrder nulls(String word) {
    return switch (word) {
      case "first" -> NullsOrder.FIRST;
      case "last" -> NullsOrder.LAST;
      default -> throw new JsonException("unknown order of nulls '" + word + "'");
    };
  }

  static String of(ReferentialAction action) {
    return switch (action) {
      case NO_ACTION -> "no action";
      case RESTRICT -> "restrict";
      case CASCADE -> "cascade";
      case SET_NULL -> "set null";
      case SET_DEFAULT -> "set default";
    };
  }

  static ReferentialAction action(String word) {
    return switch (word) {
      case "no action" -> ReferentialAction.NO_ACTION;
      case "restrict" -> ReferentialAction.RESTRICT;
      case "cascade" -> ReferentialAction.CASCADE;
      case "set null" -> ReferentialAction.SET_NULL;
      case "set default" -> ReferentialAction.SET_DEFAULT;
      default -> throw new JsonException("unknown action '" + word + "'");
    };
  }
}
