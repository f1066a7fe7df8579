// Settings: hibernate.id.db_structure_naming_strategy=single
// Settings: hibernate.id.db_structure_naming_strategy=legacy,hibernate.id.optimizer.pooled.preferred=pooled-lo
// Settings: hibernate.id.db_structure_naming_strategy=standard

package sets.structurenames;

import jakarta.persistence.*;
import java.util.*;

@Entity
class Auto {
  @Id @GeneratedValue Long id;
}

@Entity
class Seq {
  @Id
  @GeneratedValue(strategy = GenerationType.SEQUENCE)
  Long id;
}

@Entity
class Named {
  @Id
  @GeneratedValue(generator = "named_gen")
  @SequenceGenerator(name = "named_gen", sequenceName = "NamedSequence", allocationSize = 10)
  Long id;
}

@Entity
class ByTable {
  @Id
  @GeneratedValue(strategy = GenerationType.TABLE)
  Long id;
}

@Entity
class ByNamedTable {
  @Id
  @GeneratedValue(strategy = GenerationType.TABLE, generator = "tab_gen")
  @TableGenerator(name = "tab_gen")
  Long id;
}

@Entity
class ByTableName {
  @Id
  @GeneratedValue(strategy = GenerationType.TABLE, generator = "other_gen")
  Long id;
}
