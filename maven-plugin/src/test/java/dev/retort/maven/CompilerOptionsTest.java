package dev.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.StringReader;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

class CompilerOptionsTest {

  @Test
  void readsEveryFormThatMavenHas() throws Exception {
    Xpp3Dom configuration =
        configuration(
            """
            <compilerArguments>
              <Aretort.naming>jpa</Aretort.naming>
              <Xlint>all</Xlint>
            </compilerArguments>
            <compilerArgument>-Aretort.hibernate=6.6 -parameters</compilerArgument>
            <compilerArgs>
              <arg>-Werror</arg>
              <arg>-Aretort.settings=hibernate.a=1,hibernate.b=2</arg>
              <arg>-Aother.option=1</arg>
            </compilerArgs>
            """);

    assertThat(CompilerOptions.of(configuration))
        .containsExactly(
            entry("retort.naming", "jpa"),
            entry("retort.hibernate", "6.6"),
            entry("retort.settings", "hibernate.a=1,hibernate.b=2"));
  }

  @Test
  void leavesOutWhatAsksForADraftAndWhatIsEmpty() throws Exception {
    Xpp3Dom configuration =
        configuration(
            """
            <compilerArgs>
              <arg>-Aretort.message=Add parts</arg>
              <arg>-Aretort.merge=heads</arg>
              <arg>-Aretort.package=</arg>
              <arg>-Aretort.drift</arg>
            </compilerArgs>
            """);

    assertThat(CompilerOptions.of(configuration)).isEmpty();
    assertThat(CompilerOptions.of(new Xpp3Dom("configuration"))).isEmpty();
  }

  @Test
  void findsTheProcessor() throws Exception {
    String path =
        """
        <annotationProcessorPaths>
          <path><groupId>dev.retort</groupId><artifactId>%s</artifactId></path>
        </annotationProcessorPaths>
        """;

    assertThat(CompilerOptions.namesProcessor(configuration(path.formatted("retort-processor"))))
        .isTrue();
    assertThat(CompilerOptions.namesProcessor(configuration(path.formatted("other")))).isFalse();
    assertThat(CompilerOptions.namesProcessor(configuration(""))).isFalse();
  }

  private static Xpp3Dom configuration(String content) throws Exception {
    return Xpp3DomBuilder.build(new StringReader("<configuration>" + content + "</configuration>"));
  }
}
