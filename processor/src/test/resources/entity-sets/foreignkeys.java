package sets.foreignkeys;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.NotFound;
import org.hibernate.annotations.NotFoundAction;

@Entity
class Target { @Id Long id; @Column(unique = true) String code; }

@Entity
@SecondaryTable(name = "more", foreignKey = @ForeignKey(name = "fk_more"))
@SecondaryTable(name = "less", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
class Source {
  @Id Long id;
  @Column(table = "more") String inMore;
  @Column(table = "less") String inLess;
  @ManyToOne Target plain;
  @ManyToOne @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Target none;
  @ManyToOne @JoinColumn(foreignKey = @ForeignKey(value = ConstraintMode.CONSTRAINT, name = "fk_constrained")) Target constrained;
  @ManyToOne @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.PROVIDER_DEFAULT)) Target byDefault;
  @ManyToOne @JoinColumn(foreignKey = @ForeignKey(name = "Fk_Named")) Target named;
  @ManyToOne @JoinColumn(foreignKey = @ForeignKey(name = "`Fk Quoted`")) Target quoted;
  @ManyToOne @JoinColumn(name = "def", foreignKey = @ForeignKey(name = "fk_definition", foreignKeyDefinition = "foreign key (def) references Target (id) on delete set null on update cascade")) Target defined;
  @ManyToOne @JoinColumn(name = "cas", foreignKey = @ForeignKey(name = "fk_cascade", foreignKeyDefinition = "FOREIGN KEY (cas) REFERENCES Target(id) ON DELETE CASCADE")) Target definedCascade;
  @ManyToOne @OnDelete(action = OnDeleteAction.CASCADE) Target cascade;
  @ManyToOne @OnDelete(action = OnDeleteAction.SET_NULL) Target setNull;
  @ManyToOne @OnDelete(action = OnDeleteAction.SET_DEFAULT) Target setDefault;
  @ManyToOne @OnDelete(action = OnDeleteAction.RESTRICT) Target restrict;
  @ManyToOne @OnDelete(action = OnDeleteAction.NO_ACTION) Target noAction;
  @ManyToOne @NotFound(action = NotFoundAction.IGNORE) Target ignored;
  @ManyToOne @NotFound(action = NotFoundAction.EXCEPTION) Target exception;
  @OneToOne @NotFound(action = NotFoundAction.IGNORE) Target oneIgnored;
  @ManyToOne @JoinColumn(name = "by_code", referencedColumnName = "code", foreignKey = @ForeignKey(name = "fk_code")) Target byCode;
  @OneToMany @JoinColumn(name = "source_ref", foreignKey = @ForeignKey(name = "fk_children")) List<Child> children;
  @OneToMany @JoinColumn(name = "free_ref", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) List<Child> freeChildren;
  @OneToMany @OnDelete(action = OnDeleteAction.CASCADE) @JoinColumn(name = "gone_ref") List<Child> goneChildren;
  @OneToMany(mappedBy = "source") @OnDelete(action = OnDeleteAction.CASCADE) List<Child> mapped;
  @ManyToMany @JoinTable(name = "all_targets", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT), inverseForeignKey = @ForeignKey(name = "fk_inverse")) Set<Target> all;
  @ManyToMany @JoinTable(name = "cols", joinColumns = @JoinColumn(name = "s", foreignKey = @ForeignKey(name = "fk_s")), inverseJoinColumns = @JoinColumn(name = "t", foreignKey = @ForeignKey(name = "fk_t"))) Set<Target> byColumns;
  @ManyToMany @OnDelete(action = OnDeleteAction.CASCADE) @JoinTable(name = "cascading") Set<Target> cascading;
  @ManyToMany @NotFound(action = NotFoundAction.IGNORE) @JoinTable(name = "lost") Set<Target> lost;
  @ElementCollection @CollectionTable(name = "notes", foreignKey = @ForeignKey(name = "fk_notes")) List<String> notes;
  @ElementCollection @CollectionTable(name = "free", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) List<String> free;
  @ElementCollection @OnDelete(action = OnDeleteAction.CASCADE) List<String> dropped;
  @ElementCollection @CollectionTable(name = "by_target") @MapKeyJoinColumn(name = "key_target", foreignKey = @ForeignKey(name = "fk_key")) Map<Target, String> byTarget;
  @ElementCollection @CollectionTable(name = "free_target") @MapKeyJoinColumn(name = "key_target", foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Map<Target, String> freeTarget;
}

@Entity
class Child {
  @Id Long id;
  @ManyToOne Source source;
}

@Entity
@Inheritance(strategy = InheritanceType.JOINED)
class Parent { @Id Long id; }

@Entity
@OnDelete(action = OnDeleteAction.CASCADE)
class Kid extends Parent { String a; }

@Entity
@PrimaryKeyJoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
class Free extends Parent { String b; }

@Entity
@PrimaryKeyJoinColumn(name = "other_id", referencedColumnName = "id", foreignKey = @ForeignKey(name = "fk_other"))
class Other extends Parent { String c; }
