package shop;

import jakarta.persistence.*;

@Entity
@Table(
    indexes = @Index(name = "by_name", columnList = "name"),
    uniqueConstraints = @UniqueConstraint(name = "item_code_key", columnNames = "label"))
class Part {
  @Id
  @GeneratedValue(generator = "numbers")
  @SequenceGenerator(name = "numbers", sequenceName = "shelf")
  Long id;

  String name;

  String label;
}
