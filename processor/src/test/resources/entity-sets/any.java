package sets.any;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.*;
import org.hibernate.type.SqlTypes;

interface Property {}

@Entity class TextProperty implements Property { @Id Long id; String value; }

@Entity class NumberProperty implements Property { @Id Long id; Integer value; }

@Entity
class Holder {
  @Id Long id;

  @Any
  @AnyKeyJavaClass(Long.class)
  @AnyDiscriminatorValue(discriminator = "S", entity = TextProperty.class)
  @AnyDiscriminatorValue(discriminator = "I", entity = NumberProperty.class)
  @JoinColumn(name = "property_id")
  @Column(name = "property_type")
  Property named;

  @Any
  @AnyDiscriminator(DiscriminatorType.INTEGER)
  @AnyKeyJavaClass(Integer.class)
  @AnyDiscriminatorValue(discriminator = "1", entity = TextProperty.class)
  @AnyDiscriminatorValue(discriminator = "2", entity = NumberProperty.class)
  @JoinColumn(name = "int_id", nullable = false)
  @Column(name = "int_type", nullable = false)
  Property byNumber;

  @Any(optional = false)
  @AnyDiscriminator(DiscriminatorType.CHAR)
  @AnyKeyJavaClass(UUID.class)
  @AnyDiscriminatorValue(discriminator = "T", entity = TextProperty.class)
  @JoinColumn(name = "char_id")
  @Column(name = "char_type", length = 3)
  Property byLetter;

  @Any
  @AnyKeyJdbcTypeCode(SqlTypes.VARCHAR)
  @AnyKeyJavaClass(String.class)
  @JoinColumn(name = "text_id", columnDefinition = "varchar(40)")
  @Column(name = "text_type", length = 50)
  Object byName;

  @ManyToAny
  @AnyDiscriminator(DiscriminatorType.STRING)
  @AnyKeyJavaClass(Long.class)
  @AnyDiscriminatorValue(discriminator = "S", entity = TextProperty.class)
  @JoinTable(name = "holder_properties", joinColumns = @JoinColumn(name = "holder_id"), inverseJoinColumns = @JoinColumn(name = "property_id"))
  @Column(name = "property_type")
  List<Property> many;

  @ManyToAny
  @AnyKeyJavaClass(Integer.class)
  @AnyDiscriminatorValue(discriminator = "S", entity = TextProperty.class)
  @JoinTable(name = "holder_set", joinColumns = @JoinColumn(name = "holder_id"), inverseJoinColumns = @JoinColumn(name = "property_id"))
  @Column(name = "property_type", length = 7)
  Set<Property> manySet;

  @ManyToAny
  @AnyKeyJavaClass(Long.class)
  @AnyDiscriminatorValue(discriminator = "S", entity = TextProperty.class)
  @JoinTable(name = "holder_map", joinColumns = @JoinColumn(name = "holder_id"), inverseJoinColumns = @JoinColumn(name = "property_id"))
  @Column(name = "property_type")
  @MapKeyColumn(name = "name")
  Map<String, Property> manyMap;
}
