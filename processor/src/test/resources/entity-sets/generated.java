// Hibernate 7
package sets.generated;

import jakarta.persistence.*;
import java.math.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.*;
import org.hibernate.annotations.Parameter;
import org.hibernate.generator.EventType;

@Entity
class Row {
  @Id Long id;
  @ColumnDefault("0") int zero;
  @ColumnDefault("now()") Instant at;
  @ColumnDefault("'it''s'") String text;
  @ColumnDefault("gen_random_uuid()") UUID token;
  @ColumnDefault("true") boolean open;
  @ColumnDefault("'{}'") String[] tags;
  @ColumnDefault("1.50") BigDecimal amount;
  @ColumnDefault("null") String nothing;
  @ColumnDefault("3") @Column(nullable = false) Integer required;
  @ColumnDefault("'x'") @Column(columnDefinition = "varchar(4)") String defined;
  @Generated String generated;
  @Generated(event = EventType.INSERT) @Column(columnDefinition = "timestamp default now()") LocalDateTime inserted;
  @Generated(sql = "42") Integer bySql;
  @Generated(event = {EventType.INSERT, EventType.UPDATE}) @ColumnDefault("1") int revision;
  @CurrentTimestamp Instant now;
  @CurrentTimestamp(event = EventType.INSERT) LocalDateTime created;
  @CreationTimestamp Date creation;
  @CreationTimestamp @Column(nullable = true) Instant creationNullable;
  @UpdateTimestamp(source = SourceType.DB) OffsetDateTime updated;
  @UpdateTimestamp LocalTime updatedTime;
  @Source @Version Instant version;
  @UuidGenerator UUID other;
  @ColumnTransformer(read = "upper(name)", write = "lower(?)") String name;
  @Formula("zero + 1") int plusOne;
  @Formula("(select count(*) from Row r)") Long count;
  @Basic @ColumnDefault("5") Integer basic;
  @Embedded Part part;
  @ElementCollection @ColumnDefault("'none'") List<String> notes;
  @ManyToOne @ColumnDefault("7") Row parent;
}

@Embeddable
class Part {
  @ColumnDefault("9") Integer nine;
  @CreationTimestamp Instant partCreated;
}

@Entity
@DynamicInsert
class Native {
  @Id @NativeGenerator Long id;
}

@Entity
class NativeForm {
  @Id @NativeGenerator(sequenceForm = @SequenceGenerator(name = "native_numbers", initialValue = 4, allocationSize = 20)) Long id;
}

@Entity
class NativeValue {
  @Id @GeneratedValue @NativeGenerator Long id;
}

@Entity
class Generic {
  @Id
  @GeneratedValue(generator = "g")
  @GenericGenerator(name = "g", type = org.hibernate.id.enhanced.SequenceStyleGenerator.class, parameters = {@Parameter(name = "sequence_name", value = "generic_ids"), @Parameter(name = "initial_value", value = "10"), @Parameter(name = "increment_size", value = "5")})
  Long id;
}

@Entity
class GenericUuid {
  @Id
  @GeneratedValue(generator = "uuid2")
  @GenericGenerator(name = "uuid2", strategy = "uuid2")
  UUID id;
}

@Entity
class GenericNamed {
  @Id
  @GeneratedValue(generator = "named_sequence")
  @GenericGenerator(name = "named_sequence", strategy = "enhanced-sequence")
  Long id;
}

@Entity
class GenericTable {
  @Id
  @GeneratedValue(generator = "by_table")
  @GenericGenerator(name = "by_table", type = org.hibernate.id.enhanced.TableGenerator.class, parameters = {@Parameter(name = "table_name", value = "generated_by_table"), @Parameter(name = "segment_column_name", value = "seg"), @Parameter(name = "value_column_name", value = "val"), @Parameter(name = "segment_value_length", value = "40")})
  Long id;
}

@Entity
class GenericIdentity {
  @Id
  @GeneratedValue(generator = "identity")
  @GenericGenerator(name = "identity", strategy = "identity")
  Long id;
}

@Entity
class Increment {
  @Id
  @GeneratedValue(generator = "increment")
  Long id;
}

@Entity
class StringId { @Id @GeneratedValue String id; }

@Entity
class UuidStyles {
  @Id @UuidGenerator(style = UuidGenerator.Style.TIME) UUID id;
  @Column(columnDefinition = "varchar(36)") String text;
}

@Entity
class QualifiedSequence {
  @Id @GeneratedValue(generator = "q") @SequenceGenerator(name = "q", sequenceName = "qualified_seq", schema = "seqs", initialValue = 3, allocationSize = 7) Long id;
}

@Entity
class DottedSequence {
  @Id @GeneratedValue(generator = "d") @SequenceGenerator(name = "d", sequenceName = "seqs.dotted_seq") Long id;
}

@Entity
@SequenceGenerator(name = "Two", sequenceName = "TwoSequence")
@SequenceGenerator(name = "One", sequenceName = "OneSequence", allocationSize = 1)
class Several {
  @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long id;
}

@Entity
class Identities {
  @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Integer id;
  @ManyToOne Identities parent;
}

@Entity
@Table(name = "`Quoted Table`")
class QuotedTable { @Id @GeneratedValue Long id; }
