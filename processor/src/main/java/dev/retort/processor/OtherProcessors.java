package dev.retort.processor;

import java.util.ServiceLoader;
import java.util.Set;
import javax.annotation.processing.Processor;

/** Whether other annotation processors run beside this one. */
final class OtherProcessors {

  /** Processors that have no interest in persistence annotations. */
  private static final Set<String> INDIFFERENT =
      Set.of(
          RetortProcessor.class.getName(),
          "com.google.auto.service.processor.AutoServiceProcessor");

  private OtherProcessors() {}

  static boolean none() {
    return ServiceLoader.load(Processor.class, OtherProcessors.class.getClassLoader()).stream()
        .allMatch(provider -> isIndifferent(provider));
  }

  private static boolean isIndifferent(ServiceLoader.Provider<Processor> provider) {
    try {
      return INDIFFERENT.contains(provider.type().getName());
    } catch (RuntimeException | LinkageError unloadable) {
      return false;
    }
  }
}
