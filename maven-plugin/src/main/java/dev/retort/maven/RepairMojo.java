package dev.retort.maven;

import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Accepts that revisions were changed after they were applied: records them as they are now. Right
 * only where the database has what the change would give it; check tells.
 */
@Mojo(name = "repair", requiresDependencyResolution = ResolutionScope.RUNTIME)
public final class RepairMojo extends LockingMojo {

  @Override
  Arguments arguments() {
    return locking(Arguments.of("repair"));
  }
}
