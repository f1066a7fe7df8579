package sets.annotations;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.util.*;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.Nationalized;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.annotations.UuidGenerator;
import org.hibernate.type.NumericBooleanConverter;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.TrueFalseConverter;
import org.hibernate.type.YesNoConverter;

@Entity
@Check(name = "positive", constraints = "amount > 0")
class Thing {
  @Id @GeneratedValue @UuidGenerator UUID id;
  @Version Integer version;
  @ColumnDefault("7") int amount;
  @ColumnDefault("'new'") @Column(length = 10) String state;
  @CreationTimestamp java.time.Instant created;
  @UpdateTimestamp java.time.LocalDateTime updated;
  @Formula("amount * 2") int doubled;
  @JdbcTypeCode(SqlTypes.JSON) Map<String, Object> attributes;
  @JdbcTypeCode(SqlTypes.LONG32VARCHAR) String text;
  @JdbcTypeCode(SqlTypes.LONGVARCHAR) String longText;
  @JdbcTypeCode(SqlTypes.VARBINARY) byte[] bytes;
  @JdbcTypeCode(SqlTypes.VARCHAR) UUID token;
  @JdbcTypeCode(SqlTypes.CHAR) @Column(length = 4) String fixed;
  @JdbcTypeCode(SqlTypes.SMALLINT) int shortNumber;
  @Convert(converter = YesNoConverter.class) boolean active;
  @Convert(converter = TrueFalseConverter.class) Boolean open;
  @Convert(converter = NumericBooleanConverter.class) Boolean counted;
  @Nationalized String national;
  @Comment("a remark") String remark;
  @ManyToOne @OnDelete(action = OnDeleteAction.SET_NULL) Thing parent;
  @ManyToOne @NotFound(action = NotFoundAction.IGNORE) Thing lost;
  @NaturalId @Column(length = 20) String code;
  @NaturalId String region;
}

@Entity
class Versioned {
  @Id long id;
  @Version long version;
}

