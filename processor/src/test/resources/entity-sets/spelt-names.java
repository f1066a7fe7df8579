package sets.speltnames;

import jakarta.persistence.*;
import java.util.*;

/* quoted, reserved, long, unicode names; entity names; nested classes; schemas */
@Entity(name = "Ord")
@Table(name = "`order`", schema = "sales")
class Order_ {
  @Id @Column(name = "`Id`") Long id;
  @Column(name = "`group`") String group;
  @ManyToOne @JoinColumn(name = "`user`") User user;
  @ElementCollection Set<String> labels;
  @ManyToMany List<User> watchers;
  @OneToMany(mappedBy = "order") Set<Inner.Item> items;
}

@Entity
@Table(name = "\"User\"", uniqueConstraints = @UniqueConstraint(name = "`Uq User`", columnNames = {"`Log In`", "größe"}), indexes = @Index(name = "`Ix`", columnList = "`Log In` desc, größe"))
class User {
  @Id @GeneratedValue Long id;
  @Column(name = "`Log In`", nullable = false) String login;
  @Column(unique = true) Integer größe;
  @ManyToOne User vorgänger;
  @ElementCollection @CollectionTable(name = "`User Mails`") Set<String> mails;
  @OneToOne Inner.Deep.Deeper deeper;
}

class Inner {
  @Entity
  @Table(schema = "sales")
  static class Item {
    @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long id;
    @ManyToOne Order_ order;
    @ManyToMany Set<User> users;
  }

  static class Deep {
    @Entity
    static class Deeper {
      @Id @GeneratedValue Long id;
      @ElementCollection Map<String, String> m;
      @OneToMany List<Item> items;
    }
  }

  @Embeddable
  static class Emb {
    String a$b;
    @ManyToOne Item item;
  }
}

@Entity
class AVeryLongEntityNameThatGoesOnAndOnUntilItIs {
  @Id @GeneratedValue Long id;
  String anAttributeWithALongName;
  @ManyToOne AVeryLongEntityNameThatGoesOnAndOnUntilItIs parentOfTheSameExcessivelyLongNamedEntityClass;
  @Embedded Inner.Emb emb;
  @Column(unique = true) Integer u;
  @Enumerated(EnumType.STRING) Thread.State state;
}

@Entity
class Kürzel {
  @Id String schlüssel;
  @ManyToOne Kürzel übergeordnet;
  @ElementCollection Set<Integer> Zahlen;
  @Column(name = "x y") int xy;
  @Column(name = "9lives") int lives;
}

@Entity
@Table(name = "selected", schema = "`Mixed Case`")
class Sel {
  @Id Long id;
  String f;
  @ManyToOne Order_ where;
  @OneToMany @JoinColumn(name = "sel_id") List<Plain> plains;
}

@Entity
class Plain {
  @Id Long ID;
  String URLPath;
  String iPhone;
  boolean isActive;
  String x1y2Z3;
  String HTMLBody2Text;
  @ManyToOne Plain nextURL;
}

@Entity(name = "renamed.entity")
class Dotted {
  @Id Long id;
  @ElementCollection List<String> parts;
  @ManyToMany List<Plain> plains;
}
