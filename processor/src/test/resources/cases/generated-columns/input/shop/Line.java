package shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.hibernate.annotations.GeneratedColumn;

@Entity
@Table(name = "lines", indexes = @Index(name = "lines_by_total", columnList = "total"))
public class Line {
  @Id private Long id;

  private Long price;

  private Long amount;

  @GeneratedColumn("price * amount")
  private Long total;

  private Long was_generated;

  @GeneratedColumn("amount + 1")
  private Long was_plain;

  @GeneratedColumn("upper(name)")
  private String steps_aside;

  @Column(length = 40)
  private String name;
}
