package sets.idclasscolumns;

import jakarta.persistence.*;
import java.io.Serializable;
import java.util.*;

/* id classes with annotations that map: those of the entity's own attributes say nothing then */
@Entity
@IdClass(OrderId.class)
class Order_ {
  @Id Integer year;

  @Id
  @Column(name = "not_this", length = 9)
  String school;

  @OneToMany(mappedBy = "order")
  List<Line> lines;
}

class OrderId implements Serializable {
  @Column(name = "Academic_Yr")
  Integer year;

  @Column(name = "School_Id", length = 40)
  String school;
}

@Entity
@IdClass(LineId.class)
class Line {
  private Integer year;
  private Integer day;
  private String school;
  private Order_ order;

  @Id
  @Column(name = "nor_this")
  public Integer getYear() {
    return year;
  }

  public void setYear(Integer year) {
    this.year = year;
  }

  @Id
  public Integer getDay() {
    return day;
  }

  public void setDay(Integer day) {
    this.day = day;
  }

  @Id
  public String getSchool() {
    return school;
  }

  public void setSchool(String school) {
    this.school = school;
  }

  @ManyToOne
  @JoinColumn(name = "School_Id", referencedColumnName = "School_Id", insertable = false, updatable = false)
  @JoinColumn(name = "Academic_Yr", referencedColumnName = "Academic_Yr", insertable = false, updatable = false)
  public Order_ getOrder() {
    return order;
  }

  public void setOrder(Order_ order) {
    this.order = order;
  }
}

class LineId implements Serializable {
  private Integer year;
  private Integer day;
  private String school;

  @Column(name = "Academic_Yr")
  public Integer getYear() {
    return year;
  }

  public void setYear(Integer year) {
    this.year = year;
  }

  public Integer getDay() {
    return day;
  }

  public void setDay(Integer day) {
    this.day = day;
  }

  @Column(name = "School_Id", length = 40)
  public String getSchool() {
    return school;
  }

  public void setSchool(String school) {
    this.school = school;
  }
}

/* an annotation on a getter decides too where fields are mapped, and brings no name then */
@Entity
@IdClass(BadgeId.class)
class Badge {
  @Id
  @Column(name = "badge_number")
  Long number;

  @Id
  @Column(name = "badge_kind", length = 7)
  String kind;
}

class BadgeId implements Serializable {
  Long number;
  String kind;

  @Column(name = "unused")
  public Long getNumber() {
    return number;
  }
}

@Entity
@IdClass(TicketId.class)
class Ticket {
  @Id Long number;

  @Id
  @Enumerated(EnumType.STRING)
  Thread.State state;
}

record TicketId(@Column(name = "ticket_no") Long number, Thread.State state) implements Serializable {}

/* without one, the entity's count, whatever else stands on the id class */
@Entity
@IdClass(PlainId.class)
class Plain {
  @Id
  @Column(name = "plain_a")
  String a;

  @Id int b;
}

class PlainId implements Serializable {
  @Basic(optional = false)
  String a;

  int b;
}
