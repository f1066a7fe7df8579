package dev.retort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.migrate.RegistryException;
import dev.retort.revision.Revision;
import dev.retort.revision.RevisionInfo;
import dev.retort.revision.RevisionRegistry;
import dev.retort.testing.TestDatabase;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistriesTest {

  @TempDir private Path classes;

  /** A registry as the processor registers it. */
  public static class One implements RevisionRegistry {
    @Override
    public Map<String, String> heads() {
      return Map.of();
    }

    @Override
    public List<RevisionInfo> revisions() {
      return List.of();
    }

    @Override
    public Revision create(String id) {
      throw new IllegalArgumentException(id);
    }
  }

  /** Another one, of a library that has its own database. */
  public static final class Two extends One {}

  @Test
  void findsTheOnlyOne() throws IOException {
    assertThat(Registries.only(offering(One.class.getName()))).isInstanceOf(One.class);
  }

  @Test
  void theThreadsClassLoaderIsAsked() throws IOException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(offering(One.class.getName()));
    try {
      Retort retort = Retort.on(TestDatabase.create().dataSource());
      assertThat(retort.upgrade().changed()).isFalse();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void noneMeansThatTheProcessorDidNotRun() throws IOException {
    ClassLoader empty = offering();

    assertThatThrownBy(() -> Registries.only(empty))
        .isInstanceOf(RegistryException.class)
        .hasMessageContainingAll(
            "[RT501]", "processor did not run", "JDK 23", "<annotationProcessorPaths>");
  }

  @Test
  void severalMustBeToldApart() throws IOException {
    ClassLoader both = offering(One.class.getName(), Two.class.getName());

    assertThatThrownBy(() -> Registries.only(both))
        .isInstanceOf(RegistryException.class)
        .hasMessageContainingAll(
            "[RT502]", One.class.getName(), Two.class.getName(), ".registry(new ");
  }

  @Test
  void oneOfSeveralIsChosenByItsNameOrPackage() throws IOException {
    ClassLoader both = offering(One.class.getName(), Two.class.getName());

    assertThat(Registries.named(Two.class.getName(), both)).isInstanceOf(Two.class);
    assertThat(Registries.named("dev.retort", both)).isInstanceOf(One.class);
    assertThatThrownBy(() -> Registries.named("Three", both))
        .isInstanceOf(RegistryException.class)
        .hasMessageContainingAll("[RT502]", "'Three'", One.class.getName(), Two.class.getName());
  }

  @Test
  void aStaleEntryIsSaidToBeOne() throws IOException {
    ClassLoader stale = offering("com.example.Gone");

    assertThatThrownBy(() -> Registries.only(stale))
        .isInstanceOf(RegistryException.class)
        .hasMessageContainingAll("[RT519]", "com.example.Gone");
  }

  private ClassLoader offering(String... registries) throws IOException {
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.write(services.resolve(RevisionRegistry.class.getName()), List.of(registries));
    return new URLClassLoader(
        new URL[] {classes.toUri().toURL()}, RegistriesTest.class.getClassLoader());
  }
}
