package dev.retort.diff;

import dev.retort.operation.Operation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects operations by phase. */
final class Script {

  private final Map<Phase, List<Operation>> phases = new EnumMap<>(Phase.class);

  void add(Phase phase, Operation operation) {
    phases.computeIfAbsent(phase, p -> new ArrayList<>()).add(operation);
  }

  void addAll(Phase phase, List<? extends Operation> operations) {
    operations.forEach(operation -> add(phase, operation));
  }

  /** The operations of the phases up to the given one, with those of it that are there so far. */
  List<Operation> through(Phase last) {
    return phases.entrySet().stream()
        .filter(phase -> phase.getKey().compareTo(last) <= 0)
        .flatMap(phase -> phase.getValue().stream())
        .toList();
  }

  List<Operation> inOrder() {
    return phases.values().stream().flatMap(List::stream).toList();
  }
}
