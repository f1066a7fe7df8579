package sets.expressionindexes;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Table(
    indexes = {
      @Index(columnList = "(lower(name))"),
      @Index(name = "idx_many", columnList = "(lower(name)) desc, zip, (a + b) asc, (a) desc nulls last"),
      @Index(columnList = "(upper(zip)), name desc"),
      @Index(columnList = "(lower(zip)), a", unique = true),
      @Index(name = "Idx_Unique_Lower", columnList = "(lower(zip) || lower(name))", unique = true),
      @Index(name = "idx_ops", columnList = "(name) text_pattern_ops, (lower(zip)) varchar_pattern_ops DESC NULLS LAST"),
      @Index(name = "idx_ops_2", columnList = "(name) TEXT_PATTERN_OPS"),
      @Index(name = "idx_column", columnList = "((name)) nulls first"),
      @Index(name = "idx_quoted", columnList = "(lower(\"Quoted Column\")), (\"Quoted Column\")"),
      @Index(name = "idx_paren", columnList = "(zip || '(') , ((a + b) * (a - b))"),
      @Index(name = "idx_case", columnList = "(case when a > 0 then name else zip end)"),
      @Index(name = "idx_twice", columnList = "name desc, zip, name asc, zip")})
class Person {
  @Id Long id;
  String name;
  String zip;
  int a;
  int b;
  @Column(name = "`Quoted Column`") String quoted;
  @ElementCollection
  @CollectionTable(name = "tags", indexes = @Index(columnList = "(lower(tag))"))
  @Column(name = "tag")
  Set<String> tags;
}
