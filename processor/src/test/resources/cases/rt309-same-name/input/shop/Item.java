package shop;

import jakarta.persistence.*;

@Entity
@Table(indexes = @Index(name = "by_name", columnList = "name"))
class Item {
  @Id Long id;

  String name;

  @Column(unique = true)
  String code;
}
