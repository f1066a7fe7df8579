package dev.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Creates Retort's own tables where they are missing, and applies nothing. */
@Mojo(name = "ensure-version", requiresDependencyResolution = ResolutionScope.RUNTIME)
public final class EnsureVersionMojo extends LockingMojo {

  @Override
  Arguments arguments() {
    return locking(Arguments.of("ensure-version"));
  }
}
