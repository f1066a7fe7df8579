package sets.structs;

import jakarta.persistence.*;
import java.math.BigDecimal;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Struct;

/** Its attributes are ordered by size, as columns are. */
@Embeddable
@Struct(name = "money_value")
class Money {
  @Column(precision = 19, scale = 2)
  BigDecimal amount;

  @Column(length = 3)
  String currency;

  Boolean aFlag;
  Long zeroCount;
}

@Embeddable
class Size {
  double height;
  int width;

  @Column(name = "unit_name", nullable = false, length = 10)
  String unit;
}

enum Grade {
  A,
  B
}

@Embeddable
@Struct(name = "Stock_Place", attributes = {"shelf", "aisle", "checked", "grade"})
class PlaceNamedInOrder {
  @Column(name = "aisle") String aisle;
  @Column(name = "shelf") Integer shelf;
  @Column(name = "checked") LocalDate checkedOn;
  @Column(name = "grade") @Enumerated(EnumType.STRING) Grade grade;
}

@Embeddable
@Struct(name = "label_text")
record Label(String text, Integer number, @Column(name = "printed_at") LocalDateTime printedAt) {}

@Embeddable
@Struct(name = "offer_value")
class Offer {
  @Embedded Money unitPrice;
  String note;
}

@Entity
class Product {
  @Id Long id;
  Money price;

  @Column(name = "old_price", nullable = false)
  Money oldPrice;

  @Struct(name = "size_value") @Embedded Size size;
  Label label;
  Offer offer;
  String name;
}

@Entity
class Stock {
  @Id Long id;
  @Embedded Money worth;
  PlaceNamedInOrder place;
}
