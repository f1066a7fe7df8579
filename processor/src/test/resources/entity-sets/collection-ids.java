package sets.collectionids;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.CollectionId;
import org.hibernate.annotations.CollectionIdJavaType;
import org.hibernate.annotations.CollectionIdJdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.IntegerJavaType;
import org.hibernate.type.descriptor.java.LongJavaType;

@Entity
class Format {
  @Id @Column(name = "format_id") Integer id;

  @ElementCollection
  @CollectionTable(name = "extension", joinColumns = @JoinColumn(name = "format_id"))
  @CollectionId(column = @Column(name = "extension_id"), generator = "extensions")
  @CollectionIdJavaType(IntegerJavaType.class)
  @SequenceGenerator(name = "extensions", sequenceName = "extension_seq", allocationSize = 1)
  List<String> extensions;

  @ManyToMany
  @CollectionId(column = @Column(name = "link"), generator = "increment")
  @CollectionIdJavaType(LongJavaType.class)
  @CollectionIdJdbcTypeCode(SqlTypes.INTEGER)
  Collection<Format> relatives;

  @ElementCollection
  @CollectionId(column = @Column(name = "note_id"), generator = "increment")
  @CollectionIdJdbcTypeCode(SqlTypes.BIGINT)
  List<String> notes;

  // Only the code of JDBC is stated, and the table as if the elements were basic.
  @OneToMany
  @CollectionTable(name = "format_parts")
  @CollectionId(column = @Column(name = "part_id"), generator = "increment")
  @CollectionIdJdbcTypeCode(SqlTypes.NUMERIC)
  List<Format> parts;
}
