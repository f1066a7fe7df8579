// Hibernate 7
package sets.tablegenerators;

import jakarta.persistence.*;
import java.math.BigInteger;

@Entity
class Plain {
  @Id @GeneratedValue(strategy = GenerationType.TABLE) Long id;
}

@Entity
class PlainToo {
  @Id @GeneratedValue(strategy = GenerationType.TABLE) int id;
}

@Entity
class Named {
  @Id @GeneratedValue(strategy = GenerationType.TABLE, generator = "named_ids") Long id;
}

@Entity
class Local {
  @Id
  @GeneratedValue(strategy = GenerationType.TABLE, generator = "local")
  @TableGenerator(name = "local", table = "local_ids", pkColumnName = "entity", valueColumnName = "lastValue", pkColumnValue = "its local", initialValue = 7, allocationSize = 3)
  Long id;
}

@Entity
class SameTable {
  @Id
  @GeneratedValue(generator = "same_ids")
  @TableGenerator(name = "same_ids", table = "local_ids", pkColumnName = "entity", valueColumnName = "lastValue")
  BigInteger id;
}

@Entity
@TableGenerator(name = "inSchema", schema = "ids", table = "Generated Ids", pkColumnName = "`The Key`", valueColumnName = "value", uniqueConstraints = @UniqueConstraint(columnNames = "value"), indexes = @Index(columnList = "value"))
class InSchema {
  @Id @GeneratedValue(strategy = GenerationType.TABLE, generator = "inSchema") Long id;
}

@Entity
@TableGenerator(name = "byClassName")
class ByClass {
  @Id @GeneratedValue(strategy = GenerationType.TABLE, generator = "byClassName") Long id;
}

@Entity
@TableGenerator
class Unnamed {
  @Id @GeneratedValue(strategy = GenerationType.TABLE) Long id;
}

@Entity
class CamelCase {
  @Id
  @GeneratedValue(strategy = GenerationType.TABLE, generator = "camelCase")
  @TableGenerator(name = "camelCase", table = "camelCaseIds", pkColumnName = "pkColumn", valueColumnName = "valueColumn")
  Long id;
}

@Entity
class Elsewhere {
  @Id @GeneratedValue(strategy = GenerationType.TABLE, generator = "same_ids") Long id;
}

@Entity
@TableGenerator(name = "unused", table = "never_made")
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Spread {
  @Id @GeneratedValue(strategy = GenerationType.TABLE, generator = "spread_ids") Long id;
}

@Entity
class SpreadOne extends Spread {}

@Entity
class SpreadTwo extends Spread {}
