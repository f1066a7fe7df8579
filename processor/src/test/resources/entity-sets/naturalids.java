package sets.naturalids;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.annotations.NaturalId;

@Entity
class Country {
  @Id Long id;
  @Column(length = 2, unique = true) String iso;
  @ElementCollection @OrderColumn(name = "based") @ListIndexBase(1) List<String> basedWords;
  @OneToMany @JoinColumn @OrderColumn @ListIndexBase(5) List<Plot> natures;
}

@Entity
class Plot {
  @Id @GeneratedValue Long id;
  @NaturalId @ManyToOne Country country;
  @NaturalId String number;
  @NaturalId @Embedded Part part;
}

@Embeddable class Part { String p; Integer q; }

@Entity
class OneNatural { @Id Long id; @NaturalId @Column(nullable = false, length = 12) String slug; @NaturalId(mutable = true) Integer other; }

