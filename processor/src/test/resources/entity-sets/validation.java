package sets.validation;

import jakarta.persistence.*;
import jakarta.validation.Constraint;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.*;
import jakarta.validation.groups.Default;
import java.io.Serializable;
import java.lang.annotation.*;
import java.math.*;
import java.time.*;
import java.util.*;
import org.hibernate.validator.constraints.CompositionType;
import org.hibernate.validator.constraints.ConstraintComposition;
import org.hibernate.validator.constraints.Length;
import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.URL;

interface Strict {}

interface Loose extends Default {}

interface Named {
  @NotBlank
  String getLabel();
}

@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Constraint(validatedBy = {})
@NotNull
@Size(min = 2, max = 17)
@ReportAsSingleViolation
@interface ShortCode {
  String message() default "";
  Class<?>[] groups() default {};
  Class<? extends Payload>[] payload() default {};
  @OverridesAttribute(constraint = Size.class, name = "max") int most() default 17;
}

@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.ANNOTATION_TYPE})
@Constraint(validatedBy = {})
@ConstraintComposition(CompositionType.OR)
@NotNull
@Null
@interface Either {
  String message() default "";
  Class<?>[] groups() default {};
  Class<? extends Payload>[] payload() default {};
}

@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@Constraint(validatedBy = {})
@ShortCode
@interface Nested {
  String message() default "";
  Class<?>[] groups() default {};
  Class<? extends Payload>[] payload() default {};
}

@MappedSuperclass
abstract class Base {
  @Id @GeneratedValue Long id;
  @NotNull Instant created;
  @Size(max = 12) String origin;
}

@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"text", "blank"}))
class Everything extends Base {
  @NotNull String text;
  @NotBlank String blank;
  @NotEmpty String filled;
  @NotEmpty byte[] bytes;
  @Size(max = 40) String sized;
  @Size(min = 3) String atLeast;
  @Size(max = 40) @Column(length = 90) String sizedTwice;
  @Size(max = 40) byte[] sizedBytes;
  @Size(max = 40) char[] sizedChars;
  @Size(max = 40) @Lob String sizedLob;
  @Size(max = 20000000) String huge;
  @Size.List({@Size(max = 30), @Size(min = 2)}) String sizedList;
  @Length(max = 77) String measured;
  @Length(min = 1) String measuredFrom;
  @Digits(integer = 7, fraction = 3) BigDecimal decimal;
  @Digits(integer = 7, fraction = 3) @Column(precision = 20, scale = 1) BigDecimal decimalTwice;
  @Digits(integer = 5, fraction = 0) BigInteger whole;
  @Digits(integer = 5, fraction = 1) int number;
  @Digits(integer = 4, fraction = 1) String digitsOfText;
  @Digits(integer = 1, fraction = 2) Instant digitsOfTime;
  @Min(3) int least;
  @Max(300000000000L) Long most;
  @Min(-5) short fromMinus;
  @DecimalMin("2.5") @DecimalMax("9.5") BigDecimal decimalRange;
  @Positive int positive;
  @PositiveOrZero Integer positiveOrZero;
  @Negative int negative;
  @NegativeOrZero BigDecimal negativeOrZero;
  @Range(min = 1, max = 99) int range;
  @Range(max = 10) Integer rangeTo;
  @Range BigDecimal rangeAll;
  @URL String url;
  @Email @NotNull String mail;
  @Pattern(regexp = "a+") String pattern;
  @Past LocalDate past;
  @AssertTrue boolean agreed;
  @AssertTrue @NotNull Boolean agreedBoxed;
  @ShortCode String code;
  @ShortCode(most = 9) String shorterCode;
  @Nested String nested;
  @Either String either;
  @NotNull(groups = Strict.class) String strict;
  @NotNull(groups = Default.class) String byDefault;
  @NotNull(groups = {Strict.class, Default.class}) String inBoth;
  @NotNull(groups = Loose.class) String loose;
  @Size(max = 5, groups = Strict.class) String strictSize;
  @ShortCode(groups = Strict.class) String strictCode;
  @NotNull.List({@NotNull(groups = Strict.class), @NotNull}) String listed;
  @NotNull @Column(nullable = true) String contradicted;
  @NotNull @Basic(optional = true) String optional;
  @NotNull @Column(columnDefinition = "text") String defined;
  @NotNull @Column(name = "`Quoted`") @Min(1) Integer quoted;
  @NotNull @Column(name = "`order`") @Max(1) Integer order;
  @NotNull @Enumerated(EnumType.STRING) Kind kind;
  @Size(max = 3) @Enumerated(EnumType.STRING) Kind sizedKind;
  @NotNull Kind ordinal;
  @NotNull @ManyToOne Other other;
  @NotNull @ManyToOne @JoinColumn(nullable = true, name = "second") Other second;
  @Null @ManyToOne Other none;
  @NotNull @OneToOne Other one;
  @NotNull Plain plain;
  @NotNull @Valid Checked checked;
  @Valid Loosely looselyChecked;
  Unchecked unchecked;
  @NotEmpty @ElementCollection List<String> names;
  @ElementCollection List<@NotNull @Size(max = 9) String> elements;
  @ElementCollection Set<@NotBlank String> elementSet;
  @ElementCollection Map<@Size(max = 4) String, @Min(1) Integer> elementMap;
  @ElementCollection List<@Valid Element> validElements;
  @NotNull @ElementCollection @OrderColumn List<String> ordered;
  @Size(max = 3) @OneToMany List<Other> others;
  @Size(max = 6) List<String> arrayed;
  @NotNull @Size(max = 6) String[] plainArray;
  @NotNull Optional_ serial;
  @NotNull @Transient String nowhere;
  @NotNull @org.hibernate.annotations.Formula("1") Integer formula;
}

class Optional_ implements Serializable {}

enum Kind { A, B }

@Entity
class Other extends Base {}

@Embeddable
class Plain {
  @NotNull String plainText;
  int plainNumber;
}

@Entity
class Overridden extends Base {
  @Embedded @Valid @NotNull
  @AttributeOverride(name = "plainText", column = @Column(name = "p_t"))
  Plain plain;
}

@Embeddable
class Checked {
  @NotNull @Size(max = 21) String checkedText;
  @Min(1) int checkedNumber;
  @Valid @NotNull Deep deep;
  @Valid Shallow shallow;
}

@Embeddable
class Deep {
  @NotNull String deepText;
}

@Embeddable
class Shallow {
  @NotNull @Size(max = 8) String shallowText;
}

@Embeddable
class Loosely {
  @NotNull @Size(max = 22) String looseText;
  @Max(9) @Column(nullable = false) Integer looseNumber;
}

@Embeddable
class Unchecked {
  @NotNull @Size(max = 23) String uncheckedText;
}

@Embeddable
class Element {
  @NotNull @Size(max = 24) String elementText;
}

@Entity
@Access(AccessType.PROPERTY)
class ByGetter implements Named {
  @Id public Long getId() { return null; }
  public void setId(Long id) {}
  @NotNull @Size(max = 11) public String getText() { return null; }
  public void setText(String text) {}
  @Override public String getLabel() { return null; }
  public void setLabel(String label) {}
}

@Entity
class MixedPlaces {
  @Id Long id;
  String text;
  @NotNull @Size(max = 13) public String getText() { return text; }
  boolean open;
  @AssertFalse public boolean isOpen() { return open; }
  String other;
  @NotNull public String getOther() { return other; }
  public void setOther(String text) { other = text; }
}

@Entity
@Inheritance
class Parent extends Base {
  @NotNull String parentText;
}

@Entity
class Child extends Parent {
  @NotNull String childText;
  @Size(max = 14) String childSized;
  @NotNull @ManyToOne Other childOther;
  @Min(1) int childNumber;
  @NotNull @Column(nullable = false) String childTwice;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class JoinedParent extends Base {
  @NotNull String parentText;
}

@Entity
class JoinedChild extends JoinedParent {
  @NotNull @Size(max = 15) String childText;
  @Min(1) int childNumber;
  @NotNull @ManyToOne Other childOther;
}

@Entity
@Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
abstract class SpreadParent extends Base {
  @NotNull @Min(2) Integer parentNumber;
}

@Entity
class SpreadChild extends SpreadParent {
  @NotNull @Size(max = 15) String childText;
}

record CodeId(@Size(max = 6) String region, @Min(1) int number) implements Serializable {}

@Entity
class Coded {
  @EmbeddedId @Valid CodeId id;
  @Version @Min(0) int version;
}

@Entity
class TextKey {
  @Id @Size(max = 19) String id;
  @ManyToOne TextKey parent;
  @ElementCollection Set<String> tags;
}
