// Hibernate 7
package sets.changelogs;

import jakarta.persistence.*;
import java.time.Instant;
import java.util.*;
import org.hibernate.annotations.*;

@Entity
@Changelog
class Change {
  @Id @GeneratedValue @Changelog.ChangesetId long id;
  @Changelog.Timestamp Instant at = Instant.now();
  @ElementCollection @Changelog.ModifiedEntities Set<String> types;
  String author;
}
@Entity
class Unwatched { @Id Long id; String name; }
