// Hibernate 7
package sets.converters;

import jakarta.persistence.*;
import java.io.Serializable;
import java.math.*;
import java.time.*;
import java.util.*;
import org.hibernate.annotations.ConverterRegistration;

record Email(String value) implements Serializable {}

record Percent(BigDecimal value) {}

class Money {}

class Tags {}

class Box<T> {}

enum State { ON, OFF }

@Converter(autoApply = true)
class EmailConverter implements AttributeConverter<Email, String> {
  public String convertToDatabaseColumn(Email e) { return ""; }
  public Email convertToEntityAttribute(String s) { return null; }
}

abstract class Base<X> implements AttributeConverter<X, BigDecimal> {
  public BigDecimal convertToDatabaseColumn(X x) { return null; }
  public X convertToEntityAttribute(BigDecimal d) { return null; }
}

@Converter(autoApply = true)
class PercentConverter extends Base<Percent> {}

@Converter
class MoneyConverter implements AttributeConverter<Money, Long> {
  public Long convertToDatabaseColumn(Money m) { return 1L; }
  public Money convertToEntityAttribute(Long l) { return null; }
}

@Converter
class ListConverter implements AttributeConverter<List<String>, String> {
  public String convertToDatabaseColumn(List<String> l) { return ""; }
  public List<String> convertToEntityAttribute(String s) { return null; }
}

@Converter
class MapConverter implements AttributeConverter<Map<String, Object>, byte[]> {
  public byte[] convertToDatabaseColumn(Map<String, Object> m) { return null; }
  public Map<String, Object> convertToEntityAttribute(byte[] b) { return null; }
}

@Converter
class TimeConverter implements AttributeConverter<LocalDate, Instant> {
  public Instant convertToDatabaseColumn(LocalDate d) { return null; }
  public LocalDate convertToEntityAttribute(Instant i) { return null; }
}

@Converter
class UuidConverter implements AttributeConverter<String, UUID> {
  public UUID convertToDatabaseColumn(String s) { return null; }
  public String convertToEntityAttribute(UUID u) { return ""; }
}

@Converter
class CharConverter implements AttributeConverter<Money, Character> {
  public Character convertToDatabaseColumn(Money m) { return 'm'; }
  public Money convertToEntityAttribute(Character c) { return null; }
}

@Converter
class DateConverter implements AttributeConverter<Money, java.sql.Date> {
  public java.sql.Date convertToDatabaseColumn(Money m) { return null; }
  public Money convertToEntityAttribute(java.sql.Date d) { return null; }
}

@Converter
class YearMonthConverter implements AttributeConverter<YearMonth, Integer> {
  public Integer convertToDatabaseColumn(YearMonth m) { return null; }
  public YearMonth convertToEntityAttribute(Integer d) { return null; }
}

@Converter
class BoxConverter implements AttributeConverter<Box<String>, Double> {
  public Double convertToDatabaseColumn(Box<String> m) { return null; }
  public Box<String> convertToEntityAttribute(Double d) { return null; }
}

class RegisteredConverter implements AttributeConverter<Tags, Short> {
  public Short convertToDatabaseColumn(Tags m) { return null; }
  public Tags convertToEntityAttribute(Short d) { return null; }
}

@Embeddable
class Contact {
  Email email;
  @Convert(converter = MoneyConverter.class) Money fee;
  Percent share;
}

@Embeddable
class Late {
  Money later;
  YearMonth month;
}

@Entity
@ConverterRegistration(converter = RegisteredConverter.class, autoApply = true)
@Convert(attributeName = "byClass", converter = MoneyConverter.class)
class Account {
  @Id Long id;
  Email mail;
  @Column(length = 120, unique = true) Email second;
  @Column(nullable = false) Percent percent;
  @Column(precision = 5, scale = 4) Percent precise;
  Percent plain;
  Tags registered;
  @Convert(converter = MoneyConverter.class) Money money;
  @Convert(converter = MoneyConverter.class) @Column(nullable = false, columnDefinition = "bigint default 0") Money defined;
  @Convert(converter = CharConverter.class) Money letter;
  @Convert(converter = DateConverter.class) Money date;
  @Convert(converter = ListConverter.class) @Column(length = 1000) List<String> list;
  @Convert(converter = ListConverter.class) @Lob List<String> lobList;
  @Convert(converter = MapConverter.class) Map<String, Object> map;
  @Convert(converter = TimeConverter.class) @Column(secondPrecision = 0) LocalDate day;
  @Convert(converter = UuidConverter.class) String uuid;
  @Convert(converter = YearMonthConverter.class) YearMonth yearMonth;
  @Convert(converter = BoxConverter.class) Box<String> box;
  @Convert(disableConversion = true) Email unconverted;
  Money byClass;
  @Embedded Contact contact;
  @Embedded
  @Convert(attributeName = "later", converter = MoneyConverter.class)
  @Convert(attributeName = "month", converter = YearMonthConverter.class)
  Late late;
  @ElementCollection Set<Email> emails;
  @ElementCollection @Convert(converter = MoneyConverter.class) @Column(nullable = false) Set<Money> moneys;
  @ElementCollection @Convert(attributeName = "value", converter = MoneyConverter.class) Map<Email, Money> byEmail;
  @ElementCollection @Convert(attributeName = "key", converter = YearMonthConverter.class) Map<YearMonth, Percent> byMonth;
  @ElementCollection List<Contact> contacts;
}

@Embeddable record EmailKey(Email address, int number) implements Serializable {}

@Entity class ByEmail { @EmbeddedId EmailKey id; @ManyToOne ByEmail parent; }
