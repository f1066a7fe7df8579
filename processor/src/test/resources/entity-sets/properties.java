package sets.properties;

import jakarta.persistence.*;
import java.time.*;
import java.util.*;

@MappedSuperclass
abstract class PBase {
  private Long id;
  private boolean active;
  private Boolean deleted;
  private String URLPath;
  private String aB;

  @Id
  @GeneratedValue
  public Long getId() {
    return id;
  }

  public void setId(Long i) {}

  public boolean isActive() {
    return active;
  }

  public void setActive(boolean b) {}

  public Boolean getDeleted() {
    return deleted;
  }

  public void setDeleted(Boolean b) {}

  public String getURLPath() {
    return null;
  }

  public void setURLPath(String s) {}

  public String getaB() {
    return aB;
  }

  public void setaB(String s) {}

  @Transient
  public String getNothing() {
    return "";
  }
}

@Entity
class PEnt extends PBase {
  private String name;
  protected List<String> tags;
  private PEmb emb;
  private PEnt parent;

  @Column(length = 30)
  public String getName() {
    return name;
  }

  public void setName(String s) {}

  @ElementCollection
  public List<String> getTags() {
    return tags;
  }

  public void setTags(List<String> t) {}

  @Embedded
  @AttributeOverride(name = "city", column = @Column(name = "town"))
  public PEmb getEmb() {
    return emb;
  }

  public void setEmb(PEmb e) {}

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "parent_pent")
  public PEnt getParent() {
    return null;
  }

  public void setParent(PEnt p) {}

  @Access(AccessType.FIELD)
  private int fieldOne;

  @Access(AccessType.FIELD)
  @Transient
  private int fieldTwo;

  public static String getStat() {
    return null;
  }

  public String getParam(int i) {
    return null;
  }

  public int getWidth() {
    return 1;
  }

  protected void setWidth(int i) {}
}

@Embeddable
class PEmb {
  private String city;
  private Integer zip;

  public String getCity() {
    return city;
  }

  public void setCity(String c) {}

  @Column(name = "zip_code")
  public Integer getZip() {
    return zip;
  }

  public void setZip(Integer z) {}
}

@Entity
@Access(AccessType.FIELD)
class FEnt {
  @Id private Long id;
  private String a;
  @Transient private String b;

  @Access(AccessType.PROPERTY)
  @Column(name = "bb")
  public String getB() {
    return b;
  }

  public void setB(String s) {}

  static int st;
  transient int tr;
  final int fin = 1;
}

@Entity
@Table(name = "kent_t")
class KEnt {
  @Id
  @GeneratedValue(strategy = GenerationType.UUID)
  private final UUID id = null;

  private boolean isActive;
  private boolean isGood;
  private final List<String> names = null;

  @Column(name = "`Quoted Name`")
  private String q;

  @Column(name = "\"Dq\"")
  private String dq;

  private String ordr;
  @Enumerated private Thread.State state;
  private Thread.State[] states;

  @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
  @JoinColumn(name = "kent_id")
  private final Set<FEnt> fs = null;

  @Basic(optional = false)
  private String req;

  private char ch;
  private Character chw;
  private byte[] bytes;
  private Byte b;
  private short sh;
  private Float fl;
  private float flp;

  @Column(nullable = false)
  private Object2 ser;

  @Column(insertable = false, updatable = false)
  private String ro;
}

class Object2 implements java.io.Serializable {}

@Entity(name = "Named")
@Table(name = "tbl_named", schema = "other")
class Nmd {
  @Id @GeneratedValue Long id;
  @ElementCollection List<Integer> nums;
  @ManyToMany List<Nmd> selfs;
  @OneToMany List<KEnt> ks;
  @ManyToOne KEnt k;
}

@Entity
@Table(name = "outr")
class Outer {
  @Id Long id;

  @Embeddable
  static class In {
    String v;

    @Embeddable
    static class Deep {
      int w;
    }

    Deep deep;
  }

  In in;

  @Entity
  static class Nested {
    @Id @GeneratedValue Long id;
    @ManyToOne Outer outer;
    @ElementCollection Set<In> ins;
  }
}
