package sets.mixedaccess;

import jakarta.persistence.*;
import java.io.Serializable;
import java.time.*;
import java.util.*;

/* mixed access, interfaces with default methods, getters of all forms */
interface HasName {
  String getName();
  void setName(String name);
  default String getLabel() { return getName() + "!"; }
  static String getStatic() { return ""; }
}

interface HasId<T extends Serializable> {
  T getId();
  void setId(T id);
}

@MappedSuperclass
@Access(AccessType.PROPERTY)
abstract class PropBase<T extends Serializable> implements HasName, HasId<T> {
  private String name;
  private boolean active;
  private Boolean checked;
  String notMapped;
  @Column(length = 40) public String getName() { return name; }
  public void setName(String n) { name = n; }
  public boolean isActive() { return active; }
  public void setActive(boolean a) { active = a; }
  public Boolean getChecked() { return checked; }
  public void setChecked(Boolean c) { checked = c; }
  @Transient public String getComputed() { return ""; }
  public String getURL() { return ""; }
  public void setURL(String u) {}
  @Access(AccessType.FIELD) @Column(name = "by_field") private int byField;
}

@Entity
class Prop extends PropBase<Long> {
  private Long id;
  private List<String> tags;
  private Prop other;
  @Id @GeneratedValue public Long getId() { return id; }
  public void setId(Long i) { id = i; }
  @ElementCollection public List<String> getTags() { return tags; }
  public void setTags(List<String> t) { tags = t; }
  @ManyToOne public Prop getOther() { return other; }
  public void setOther(Prop o) { other = o; }
  @Embedded public Emb getEmb() { return null; }
  public void setEmb(Emb e) {}
  public LocalDate getaDate() { return null; }
  public void setaDate(LocalDate d) {}
  protected String getGuarded() { return null; }
  protected void setGuarded(String s) {}
  private Integer getHidden() { return null; }
  private void setHidden(Integer i) {}
}

@Embeddable
class Emb {
  private int a;
  private transient int skipped;
  static int alsoSkipped;
  public int getA() { return a; }
  public void setA(int x) { a = x; }
  public String getB() { return ""; }
  public void setB(String b) {}
}

@Embeddable
@Access(AccessType.FIELD)
class FieldEmb {
  int f;
  public int getG() { return 0; }
}

@Entity
@Access(AccessType.FIELD)
class Fld {
  @Id Long id;
  transient String t;
  @Transient String u;
  String v;
  FieldEmb fe;
  private String w;
  @Access(AccessType.PROPERTY) @Column(name = "w_prop", length = 7) public String getW() { return w; }
  public void setW(String s) { w = s; }
  final String fin = "x";
  volatile int vol;
  @Version int version;
}

@Embeddable
record Timestamp3(long t) {}


@Entity
@Inheritance
@DiscriminatorColumn(discriminatorType = DiscriminatorType.INTEGER)
@DiscriminatorValue("1")
class Sgl {
  @Id @GeneratedValue(strategy = GenerationType.UUID) UUID id;
  @OneToMany(mappedBy = "root", orphanRemoval = true) @OrderBy Set<SglA> as;
}

@Entity
@DiscriminatorValue("2")
class SglA extends Sgl {
  @ManyToOne(optional = false) Sgl root;
  int prim;
  @Column(nullable = false) String req;
  @ElementCollection Set<FieldEmb> embs;
}

@Entity
@DiscriminatorValue("3")
@SecondaryTable(name = "sgl_b_more")
class SglB extends SglA {
  @Column(table = "sgl_b_more") String more;
  @OneToOne(optional = false) SglA partner;
  @Enumerated(EnumType.STRING) @Column(nullable = false, length = 5) Kind kind;
}

enum Kind { A, B; interface Marker {} }
