package sets.repeatedattributes;

import jakarta.persistence.*;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.DialectOverride;
import org.hibernate.dialect.H2Dialect;

/* attributes that a class has beside those of the same name in its mapped superclass */
@MappedSuperclass
@Access(AccessType.PROPERTY)
abstract class Base {
  @Id
  @Column(name = "base_id")
  public abstract String getId();

  public abstract void setId(String id);

  @Column(name = "made", length = 10)
  public abstract String getCreated();

  public abstract void setCreated(String created);
}

@Entity
class Derived extends Base {
  String id;

  @Column(length = 99)
  String created;

  @Basic(optional = false)
  String name;

  @Embedded Place place;

  @Override
  public String getId() {
    return id;
  }

  @Override
  public void setId(String id) {
    this.id = id;
  }

  @Override
  public String getCreated() {
    return created;
  }

  @Override
  public void setCreated(String created) {
    this.created = created;
  }
}

@MappedSuperclass
class Spot {
  @Column(name = "hidden", length = 5)
  String street;

  String town;
}

@Embeddable
class Place extends Spot {
  @Column(name = "shown", length = 6)
  String street;
}

@MappedSuperclass
class Audit {
  @Id Long id;

  @Column(name = "by_whom", nullable = false)
  String author;
}

@Entity
class Note extends Audit {
  @Column(name = "written_by", length = 20)
  String author;

  @ColumnDefault("'new'")
  @DialectOverride.ColumnDefault(dialect = H2Dialect.class, override = @ColumnDefault("'NEW'"))
  String status;
}
