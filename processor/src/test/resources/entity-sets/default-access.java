package sets.defaultaccess;

import jakarta.persistence.*;

/** What says how it is accessed is no example for the rest. */
@Entity
class IdOfItsOwn {
  @Id
  @Access(AccessType.FIELD)
  private Long id;

  private String name;

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  @Column(name = "named", length = 12)
  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}

/** Nothing but the id is annotated, and that says how it is accessed. */
@Entity
class IdAlone {
  @Id
  @Access(AccessType.FIELD)
  private Long id;

  private String hidden;

  public String getShown() {
    return hidden;
  }

  public void setShown(String shown) {
    hidden = shown;
  }
}

@MappedSuperclass
@Access(AccessType.FIELD)
abstract class WithFields {
  @Id private Long id;
  private String byField;

  public String getByGetter() {
    return byField;
  }
}

@Entity
class FromFields extends WithFields {
  private String label;

  @Column(name = "labelled")
  public String getLabel() {
    return label;
  }

  public void setLabel(String label) {
    this.label = label;
  }
}

@Entity
class WithoutAnnotations extends WithFields {
  private String text;

  public String getRead() {
    return text;
  }

  public void setRead(String read) {
    text = read;
  }
}

@Entity
@Access(AccessType.PROPERTY)
@Inheritance(strategy = InheritanceType.JOINED)
class Root {
  private Long id;
  private String named;

  @Id
  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  @Column(name = "root_name")
  public String getNamed() {
    return named;
  }

  public void setNamed(String named) {
    this.named = named;
  }
}

@Entity
class FieldLeaf extends Root {
  @Column(name = "field_leaf")
  private String leaf;

  public String getNoColumn() {
    return leaf;
  }

  public void setNoColumn(String noColumn) {}
}

@Entity
class PlainLeaf extends Root {
  private String plain;

  public String getPlainly() {
    return plain;
  }

  public void setPlainly(String plainly) {
    plain = plainly;
  }
}

/** The member that says so counts before the one that the class's access takes. */
@Entity
class FieldAmongGetters {
  private Long id;

  @Access(AccessType.FIELD)
  @Column(name = "by_field", length = 13)
  private String both;

  @Id
  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  @Column(name = "by_getter", length = 14)
  public String getBoth() {
    return both;
  }

  public void setBoth(String both) {
    this.both = both;
  }
}

/** Where {@code @Access} names the other kind. */
@Entity
class Contrary {
  private Long id;

  @Access(AccessType.PROPERTY)
  @Column(length = 15)
  private String odd;

  private String even;

  @Id
  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }

  @Column(length = 16)
  public String getOdd() {
    return odd;
  }

  public void setOdd(String odd) {
    this.odd = odd;
  }

  @Access(AccessType.FIELD)
  @Column(length = 17)
  public String getEven() {
    return even;
  }

  public void setEven(String even) {
    this.even = even;
  }
}
