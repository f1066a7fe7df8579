package sets.generatedcolumns;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.util.*;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.GeneratedColumn;

@Entity
@Table(
    indexes = @Index(name = "by_total", columnList = "total"),
    uniqueConstraints = @UniqueConstraint(name = "one_label", columnNames = "label"))
class Line {
  @Id Long id;
  @Column(precision = 10, scale = 2) BigDecimal price;
  int amount;
  @GeneratedColumn("price * amount") @Column(precision = 12, scale = 2) BigDecimal total;
  @GeneratedColumn("amount + 1") int next;
  @GeneratedColumn("coalesce(amount, 0)") @Column(nullable = false) Integer sure;
  @GeneratedColumn("upper('it''s ' || name)") @Comment("in capitals") String label;
  String name;
  @GeneratedColumn("amount > 10") @Column(name = "isMany") boolean many;
  @ElementCollection Set<Size> sizes = new HashSet<>();
}

@Embeddable
class Size {
  Integer width;
  Integer height;
  @GeneratedColumn("width * height") Integer area;
}

@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
class Shape {
  @Id Long id;
  int side;
}

@Entity
class Square extends Shape {
  @GeneratedColumn("side * side") int area;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class Part {
  @Id Long id;
  Integer weight;
  @GeneratedColumn("weight * 1000") Integer grams;
}

@Entity
class Screw extends Part {
  Integer length;
}
