package sets.letters;

import jakarta.persistence.*;
import java.util.*;

/** Names beyond ASCII: PostgreSQL folds the letters of ASCII alone. */
@Entity
class Moderate {
  @Id
  @GeneratedValue
  @Column(name = "Gr\u00d6\u00dfe")
  Long size;

  @Column(name = "STRA\u1e9eE", unique = true)
  String street;

  @ManyToOne
  @JoinColumn(name = "\u00c4lter")
  Moderate older;

  @Column(name = "`\u00dcn\u00ef`")
  String quoted;

  @ElementCollection
  @Column(name = "\u0416\u0423\u041a")
  Set<String> tags;
}
