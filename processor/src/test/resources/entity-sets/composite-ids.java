package sets.compositeids;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;

@Entity
class Company {
  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @Column(unique = true, length = 12)
  String code;
}

@Embeddable
class BranchId implements Serializable {
  Long companyId;

  @Column(length = 8)
  String nr;

  public boolean equals(Object o) {
    return true;
  }

  public int hashCode() {
    return 1;
  }
}

@Entity
class Branch {
  @EmbeddedId BranchId id;

  @MapsId("companyId")
  @ManyToOne
  @JoinColumn(name = "comp")
  Company company;

  String label;
}

class DeskId implements Serializable {
  BranchId branch;
  int desk;

  public boolean equals(Object o) {
    return true;
  }

  public int hashCode() {
    return 1;
  }
}

@Entity
@IdClass(DeskId.class)
class Desk {
  @Id @ManyToOne Branch branch;
  @Id int desk;

  @OneToMany(mappedBy = "desk")
  Set<Drawer> drawers;

  @OneToOne(mappedBy = "desk")
  Lamp lamp;
}

@Entity
class Drawer {
  @Id Long id;

  @ManyToOne
  @JoinColumns({
    @JoinColumn(name = "d_nr", referencedColumnName = "desk"),
    @JoinColumn(name = "b_comp", referencedColumnName = "branch_comp"),
    @JoinColumn(name = "b_nr", referencedColumnName = "branch_nr")
  })
  Desk desk;
}

@Entity
class Lamp {
  @EmbeddedId LampId id;
  @MapsId @OneToOne Desk desk;
  int watts;
}

@Embeddable
class LampId implements Serializable {
  BranchId branch;
  int desk;

  public boolean equals(Object o) {
    return true;
  }

  public int hashCode() {
    return 1;
  }
}

class ShelfId implements Serializable {
  Long company;
  Long other;
  String code;

  public boolean equals(Object o) {
    return true;
  }

  public int hashCode() {
    return 1;
  }
}

@Entity
@IdClass(ShelfId.class)
class Shelf {
  @Id @ManyToOne Company company;

  @Id
  @ManyToOne
  @JoinColumn(name = "o")
  Company other;

  @Id
  @Column(length = 3)
  String code;

  @ElementCollection
  @CollectionTable(name = "shelf_tags")
  @OrderColumn(name = "pos")
  List<String> tags;

  @ManyToMany List<Branch> branches;
}

@Entity
class Detail {
  @Id Long id;

  @MapsId
  @OneToOne(optional = false)
  Company company;

  @ElementCollection Map<Integer, String> notes;
}

@Entity
class SubDetail {
  @Id Long detailId;

  @MapsId
  @OneToOne
  @JoinColumn(name = "det_id", foreignKey = @ForeignKey(name = "FK_sub_det"))
  Detail detail;

  @ManyToOne
  @JoinColumn(name = "code", referencedColumnName = "code")
  Company byCode;
}

@Entity
class Employee {
  @EmbeddedId EmpId id;
}

@Embeddable
class EmpId implements Serializable {
  String first;
  @ManyToOne Company company;

  public boolean equals(Object o) {
    return true;
  }

  public int hashCode() {
    return 1;
  }
}

@Entity
class Badge {
  @Id @OneToOne Employee owner;
  String text;
  @ManyToOne Employee boss;
  @ManyToMany Set<Employee> friends;
}
