// Hibernate 7: checks and comments of Jakarta Persistence 3.2
package sets.hibernate;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.*;
import org.hibernate.annotations.Check;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.YesNoConverter;

@Entity
@Check(name = "positive", constraints = "amount > 0")
@Table(check = @CheckConstraint(name = "small", constraint = "amount < 1000"), comment = "things")
class Thing {
  @Id @GeneratedValue @UuidGenerator UUID id;
  @ColumnDefault("7") int amount;
  @ColumnDefault("'new'") @Column(length = 10) String state;
  @CreationTimestamp java.time.Instant created;
  @UpdateTimestamp java.time.LocalDateTime updated;
  @Formula("amount * 2") int doubled;
  @JdbcTypeCode(SqlTypes.JSON) Map<String, Object> attributes;
  @JdbcTypeCode(SqlTypes.LONG32VARCHAR) String text;
  @JdbcTypeCode(SqlTypes.VARCHAR) UUID token;
  @JdbcTypeCode(SqlTypes.CHAR) @Column(length = 4) String fixed;
  @JdbcTypeCode(SqlTypes.SMALLINT) int shortNumber;
  @Convert(converter = YesNoConverter.class) boolean active;
  @Column(check = @CheckConstraint(constraint = "rating between 1 and 5")) Integer rating;
  @Column(check = {@CheckConstraint(name = "even", constraint = "share % 2 = 0"), @CheckConstraint(name = "less", constraint = "share < 100")}) Integer share;
  @Nationalized String national;
  @Comment("a remark") String remark;
  @ManyToOne @OnDelete(action = OnDeleteAction.SET_NULL) Thing parent;
  @ManyToOne @NotFound(action = NotFoundAction.IGNORE) Thing lost;
  @NaturalId @Column(length = 20) String code;
  @NaturalId String region;
}

@Entity
class Keyed {
  @Id Long id;
  @NaturalId(mutable = true) String slug;
}
