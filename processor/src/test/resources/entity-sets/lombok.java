package sets.lombok;

import jakarta.persistence.*;
import java.util.*;
import lombok.*;
import lombok.experimental.FieldDefaults;

/** Lombok's annotations without Lombok's processor: the fields say all. */
@MappedSuperclass
@Getter
@Setter
abstract class Stored {
  @Id @GeneratedValue private Long id;
  @Version private int version;
}

@Embeddable
@Value
@NoArgsConstructor(force = true)
class Money {
  @Column(length = 3) String currency;
  @NonNull Long cents;
}

@Entity
@Data
@EqualsAndHashCode(callSuper = true)
@ToString(exclude = "lines")
class Invoice extends Stored {
  @NonNull private String number;
  private boolean paid;
  private Boolean disputed;
  @Embedded private Money total;
  @Getter(AccessLevel.NONE) private transient String cached;
  @Getter(lazy = true) private final String label = "invoice";

  @OneToMany(mappedBy = "invoice", cascade = CascadeType.ALL)
  @Builder.Default
  private List<InvoiceLine> lines = new ArrayList<>();
}

@Entity
@Builder
@NoArgsConstructor
@AllArgsConstructor
@FieldDefaults(level = AccessLevel.PRIVATE)
class InvoiceLine {
  @Id Long id;
  @With int amount;
  @ManyToOne Invoice invoice;
  @Singular @ElementCollection Set<String> tags;
}
