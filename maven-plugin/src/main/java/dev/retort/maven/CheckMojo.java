package dev.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Compares the entities with the migrations, and replays those. Fails and tells the differences
 * unless all agree.
 */
@Mojo(name = "check", requiresDependencyResolution = ResolutionScope.COMPILE_PLUS_RUNTIME)
public final class CheckMojo extends SourceMojo {

  @Override
  String goal() {
    return "check";
  }

  @Override
  Arguments arguments() {
    return ofProject(Arguments.of("check"));
  }
}
