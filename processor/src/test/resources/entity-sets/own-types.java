// Before: create extension citext
// Before: create extension ltree
// Before: create extension hstore
// Before: create extension cube
// Before: create type "mood" as enum ('SAD', 'OK')
// Before: create type "Odd Type" as enum ('A')
// Before: create schema kinds
// Before: create type kinds.tag as enum ('A', 'B')
package sets.owntypes;

import jakarta.persistence.*;
import java.util.*;

enum Mood {
  SAD,
  OK
}

@Entity
class Typed {
  @Id
  @Column(columnDefinition = "citext")
  String name;

  @Column(columnDefinition = "CITEXT")
  String capitals;

  @Column(columnDefinition = "citext[]")
  List<String> names;

  @Column(columnDefinition = "ltree")
  String path;

  @Column(columnDefinition = "hstore")
  String pairs;

  @Column(columnDefinition = "cube")
  String cube;

  @Column(columnDefinition = "\"mood\"")
  String mood;

  @Column(columnDefinition = "\"mood\"[]")
  List<String> moods;

  @Column(columnDefinition = "\"Odd Type\"")
  String odd;

  @Column(columnDefinition = "kinds.tag")
  String tag;

  @ManyToOne
  @JoinColumn(name = "other", columnDefinition = "citext")
  Typed other;

  @ElementCollection
  @Column(columnDefinition = "\"kinds\".\"tag\"")
  Set<String> tags;
}
