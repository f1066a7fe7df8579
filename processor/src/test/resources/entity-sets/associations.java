package sets.associations;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity(name = "Auth")
@Table(name = "authors", schema = "library")
class Author {
  @Id @GeneratedValue Long id;
  @Column(unique = true) String email;
  @Column(name = "code", unique = true) String code;
  @OneToMany(mappedBy = "author") List<Book> books;
  @ManyToMany @JoinTable(name = "author_friends", joinColumns = @JoinColumn(name = "a"), inverseJoinColumns = @JoinColumn(name = "b"), foreignKey = @ForeignKey(name = "fk_a"), inverseForeignKey = @ForeignKey(name = "fk_b"))
  List<Author> friends;
  @ManyToMany Map<String, Book> favourites;
  @ManyToMany @JoinTable(name = "by_title") @MapKey(name = "title") Map<String, Book> byTitle;
  @ManyToMany @JoinTable(name = "ranking") @OrderColumn List<Book> ranking;
  @ManyToMany @MapKeyJoinColumn(name = "book_key") Map<Book, Author> readers;
}

@Entity
class Book {
  @Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "books") Long id;
  @Column(nullable = false) String title;
  @ManyToOne @OnDelete(action = OnDeleteAction.CASCADE) Author author;
  @ManyToOne @JoinColumn(name = "reviewer_email", referencedColumnName = "email") Author reviewer;
  @ManyToOne @JoinColumn(name = "editor_code", referencedColumnName = "code") Author editor;
  @Column(name = "publisher_id", insertable = false, updatable = false) Long publisherId;
  @ManyToOne @JoinColumn(name = "publisher_id", nullable = false) Publisher publisher;
  @OneToOne @JoinColumn(name = "isbn_id", unique = true) Isbn isbn;
  @OneToOne(mappedBy = "book") Cover cover;
  @ManyToOne @JoinTable(name = "book_series") Series series;
  @OneToMany @JoinColumn(nullable = false) @OrderColumn(name = "page_no") List<Page> pages;
  @OneToMany Set<Chapter> chapters;
  @OneToMany @JoinTable(name = "book_notes", inverseJoinColumns = @JoinColumn(name = "note")) @OrderColumn List<Note> notes;
  @OneToMany(mappedBy = "book") @MapKeyColumn(name = "lang") Map<String, Translation> translations;
}

@Entity
class Isbn { @Id String id; }

@Entity
class Publisher {
  @Id @GeneratedValue(strategy = GenerationType.AUTO) int id;
  @ManyToMany(mappedBy = "publishers") Set<Series> series;
}

@Entity
class Cover {
  @Id Long id;
  @OneToOne(optional = false) @JoinColumn(name = "book") Book book;
}

@Entity
class Series {
  @Id @GeneratedValue(strategy = GenerationType.UUID) String id;
  @ManyToMany Set<Publisher> publishers;
}

@Entity
class Page { @Id Long id; }

@Entity
class Chapter { @Id Long id; }

@Entity
class Note { @Id Long id; }

@Entity
class Translation {
  @Id Long id;
  @ManyToOne Book book;
}

@Entity
@Access(AccessType.PROPERTY)
@SequenceGenerator(name = "ByProperty", initialValue = 5, allocationSize = 1)
class Property {
  private Long key;
  private String hidden;
  String ignoredField;

  @Id @GeneratedValue
  public Long getKey() { return key; }
  public void setKey(Long key) { this.key = key; }

  @Column(length = 33)
  public String getText() { return hidden; }
  public void setText(String text) { hidden = text; }

  public boolean isReady() { return true; }
  public void setReady(boolean ready) {}

  @Transient
  public String getComputed() { return ""; }

  @Access(AccessType.FIELD)
  Integer counted;
}

class Outer {
  @Entity
  static class Inner { @Id Long id; }
}
