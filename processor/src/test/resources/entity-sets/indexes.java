// Hibernate 7
package sets.indexes;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Table(
    indexes = {
      @Index(columnList = "name"),
      @Index(columnList = "name, givenName"),
      @Index(name = "idx_desc", columnList = "name desc, givenName ASC"),
      @Index(name = "Idx_Unique", columnList = "code, zip", unique = true),
      @Index(columnList = "zip", unique = true),
      @Index(name = "idx_partial", columnList = "name", options = "where zip is not null"),
      @Index(name = "quoted_index", columnList = "`Quoted Column`"),
      @Index(name = "idx_fk", columnList = "owner_id"),
      @Index(name = "idx_included", columnList = "code", options = "include (zip, extra)"),
      @Index(name = "idx_all", columnList = "(lower(code)) desc", unique = true,
          options = "INCLUDE (extra) NULLS NOT DISTINCT where zip <> 'x'")},
    uniqueConstraints = {
      @UniqueConstraint(columnNames = {"name", "zip"}),
      @UniqueConstraint(name = "uk_named", columnNames = {"givenName"})})
class Person {
  @Id Long id;
  String name;
  String givenName;
  String code;
  String zip;
  String extra;
  @Column(name = "`Quoted Column`") Integer quoted;
  @ManyToOne Person owner;
  @ElementCollection
  @CollectionTable(indexes = @Index(columnList = "tags"), uniqueConstraints = @UniqueConstraint(columnNames = {"Person_id", "tags"}))
  Set<String> tags;
  @ManyToMany
  @JoinTable(name = "friends", indexes = {@Index(columnList = "friends_id"), @Index(name = "idx_pair", columnList = "Person_id, friends_id", unique = true)})
  List<Person> friends;
}
