package sets.sharedtables;

import jakarta.persistence.*;
import java.util.*;

@Entity
@Table(name = "st")
class State {
  @Id Long id;

  @ManyToMany
  @JoinTable(
      name = "state_action",
      foreignKey = @ForeignKey(name = "fk_state_s"),
      inverseForeignKey = @ForeignKey(name = "fk_entry_a"))
  Set<Action> entryActions;

  @ManyToMany
  @JoinTable(
      name = "state_action",
      foreignKey = @ForeignKey(name = "fk_state_e"),
      inverseForeignKey = @ForeignKey(name = "fk_exit_a"))
  Set<Action> exitActions;

  @ManyToMany
  @JoinTable(
      name = "state_action",
      foreignKey = @ForeignKey(name = "fk_state_x"),
      inverseForeignKey = @ForeignKey(name = "fk_state_a"))
  Set<Action> stateActions;

  @OneToMany(mappedBy = "state")
  @OrderColumn(name = "ix")
  List<Trans> list;

  @OneToMany(mappedBy = "state2")
  @MapKeyColumn(name = "mk", nullable = false)
  Map<String, Trans> map;

  @OneToMany(mappedBy = "state3")
  @MapKey
  Map<Long, Trans> map3;

  @OneToMany(mappedBy = "state4")
  Set<Trans> set4;

  @ManyToMany(mappedBy = "states")
  Set<Action> inv;

  @ManyToMany(mappedBy = "mapped")
  @MapKey
  Map<Long, Action> invMap;
}

@Entity
class Trans {
  @Id Long id;

  @ManyToOne
  @JoinTable(name = "trans_state")
  State state;

  @ManyToOne
  @JoinTable(name = "trans_state2")
  State state2;

  @ManyToOne
  @JoinTable(name = "trans_state3")
  State state3;

  @ManyToOne
  @JoinTable(name = "trans_state4")
  State state4;
}

@Entity
class Action {
  @Id Long id;
  @ManyToMany List<State> states;

  @ManyToMany
  @JoinTable(name = "ord")
  Set<State> ordered;

  @ManyToMany
  @JoinTable(name = "mpd")
  List<State> mapped;

  @ElementCollection Set<Emb> embs;
  @ElementCollection Set<EmbReq> reqs;
  @ElementCollection @OrderColumn List<EmbReq> ordReqs;
  @ElementCollection Map<String, EmbReq> mapReqs;
  @ElementCollection Map<EmbReq, String> keyed;
  @ElementCollection Set<Wrap> wraps;
}

@Embeddable
class Emb {
  String text;
  @ManyToOne State ref;
  int n;
}

@Embeddable
class EmbReq {
  @Column(nullable = false)
  String text;

  @ManyToOne(optional = false)
  State ref;

  @ManyToOne
  @JoinColumn(name = "second", nullable = false)
  Trans second;

  int n;
}

@Embeddable
class Wrap {
  @Embedded Deep inner;

  @Column(nullable = false)
  int m;

  @ManyToOne(optional = false)
  State st;
}

@Embeddable
class Deep {
  @Column(nullable = false)
  String d;

  @Column(nullable = false)
  int e;
}
