package sets.mapkeys;

import jakarta.persistence.*;
import java.io.Serializable;
import java.time.*;
import java.util.*;

enum Kind { X, Y }

@Embeddable class Spot implements Serializable { String row; int seat; }

@Embeddable class Details { String text; @ManyToOne Item item; }

@Embeddable class ItemKey implements Serializable { String a; Integer b; }

@Entity class Keyed { @EmbeddedId ItemKey id; }

@Entity
class Item {
  @Id Long id;
  String name;
  Kind kind;
  @ManyToOne Holder holder;
  @Embedded Spot spot;
}

@Converter(autoApply = true)
class TokenConverter implements AttributeConverter<Token, String> {
  public String convertToDatabaseColumn(Token token) { return ""; }
  public Token convertToEntityAttribute(String text) { return null; }
}

class Token {}

@Entity
class Holder {
  @Id Long id;
  @ElementCollection Map<String, String> plain;
  @ElementCollection @MapKeyColumn(name = "k", length = 20, columnDefinition = "varchar(20)") @Column(name = "v", nullable = false) Map<String, String> named;
  @ElementCollection Map<Integer, Double> numbers;
  @ElementCollection Map<Kind, Kind> kinds;
  @ElementCollection @MapKeyEnumerated(EnumType.STRING) Map<Kind, String> kindNames;
  @ElementCollection @MapKeyTemporal(TemporalType.DATE) Map<Date, String> dates;
  @ElementCollection Map<LocalDate, Instant> days;
  @ElementCollection Map<UUID, byte[]> blobs;
  @ElementCollection Map<Spot, String> spots;
  @ElementCollection @AttributeOverride(name = "key.row", column = @Column(name = "r", length = 3)) @AttributeOverride(name = "value.text", column = @Column(name = "t")) Map<Spot, Details> spotDetails;
  @ElementCollection @AttributeOverride(name = "value.text", column = @Column(name = "words", nullable = false)) Map<String, Details> details;
  @ElementCollection Map<Item, String> byItem;
  @ElementCollection @MapKeyJoinColumn(name = "the_item") Map<Item, Details> byItemNamed;
  @ElementCollection @MapKeyJoinColumn(name = "k1", referencedColumnName = "a") @MapKeyJoinColumn(name = "k2", referencedColumnName = "b") Map<Keyed, String> byComposite;
  @ElementCollection @MapKeyClass(String.class) Map<Object, String> byClass;
  @ElementCollection(targetClass = String.class) @MapKeyClass(Integer.class) Map raw;
  @ElementCollection Map<Token, Token> tokens;
  @ElementCollection @Convert(attributeName = "key", converter = TokenConverter.class) @Convert(attributeName = "value", disableConversion = true) Map<Token, String> converted;
  @OneToMany(mappedBy = "holder") @MapKey Map<Long, Item> byId;
  @OneToMany(mappedBy = "holder") @MapKey(name = "name") Map<String, Item> byName;
  @OneToMany @JoinTable(name = "joined_by_name") @MapKey(name = "name") Map<String, Item> joinedByName;
  @OneToMany @JoinTable(name = "joined_by_spot") @MapKey(name = "spot") Map<Spot, Item> joinedBySpot;
  @OneToMany @JoinTable(name = "joined_by_text") @MapKeyColumn(name = "txt", nullable = false) Map<String, Item> joinedByText;
  @OneToMany @JoinColumn(name = "fk_holder") @MapKeyColumn(name = "fk_key") Map<String, Item> byForeignKey;
  @ManyToMany @JoinTable(name = "m2m_plain") Map<String, Item> many;
  @ManyToMany @JoinTable(name = "m2m_entity") @MapKeyJoinColumn(name = "key_item") Map<Item, Item> manyByItem;
  @ManyToMany @JoinTable(name = "m2m_enum") @MapKeyEnumerated(EnumType.STRING) @MapKeyColumn(name = "kind_name", length = 4) Map<Kind, Item> manyByKind;
  @ManyToMany @JoinTable(name = "m2m_attribute") @MapKey(name = "kind") Map<Kind, Item> manyByAttribute;
  @ElementCollection @OrderColumn(name = "ix", columnDefinition = "integer") List<String> ordered;
  @ElementCollection @OrderColumn(nullable = false) List<Details> orderedDetails;
  @ElementCollection SortedMap<String, Integer> sorted;
}
