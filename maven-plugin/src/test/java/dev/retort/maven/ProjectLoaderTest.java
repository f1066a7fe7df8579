package dev.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.cli.RetortCli;
import java.io.File;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;

class ProjectLoaderTest {

  private static final ClassLoader PLUGIN = ProjectLoaderTest.class.getClassLoader();

  @Test
  void sharesRetortAndTheDriverAndNothingElse() throws Exception {
    try (URLClassLoader loader = ProjectLoader.of(List.of(), PLUGIN)) {
      assertThat(loader.loadClass(RetortCli.class.getName())).isSameAs(RetortCli.class);
      assertThat(loader.loadClass(Driver.class.getName())).isSameAs(Driver.class);
      assertThat(loader.loadClass("java.sql.Connection")).isSameAs(java.sql.Connection.class);
      assertThatThrownBy(() -> loader.loadClass("picocli.CommandLine"))
          .isInstanceOf(ClassNotFoundException.class);
      assertThat(loader.getResources("META-INF/maven/plugin.xml").hasMoreElements()).isFalse();
    }
  }

  @Test
  void takesLibrariesFromTheProject() throws Exception {
    List<Path> classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .toList();
    try (URLClassLoader loader = ProjectLoader.of(classPath, PLUGIN)) {
      assertThat(loader.loadClass(RetortCli.class.getName())).isSameAs(RetortCli.class);
      Class<?> ofProject = loader.loadClass(Assertions.class.getName());
      assertThat(ofProject).isNotSameAs(Assertions.class);
      assertThat(ofProject.getClassLoader()).isSameAs(loader);
    }
  }
}
