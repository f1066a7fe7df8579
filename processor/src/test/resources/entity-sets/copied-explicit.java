package sets.copiedexplicit;

import jakarta.persistence.*;
import java.io.Serializable;

class RegionKey implements Serializable { String country; int zone; }

@Entity @IdClass(RegionKey.class)
class Region { @Id @Column(length = 12) String country; @Id int zone; }

class SiteKey implements Serializable { RegionKey region; String code; }

@Entity @IdClass(SiteKey.class)
class Site { @Id @ManyToOne(fetch = FetchType.LAZY) Region region; @Id @Column(length = 7) String code; }

@Embeddable
class PlanId implements Serializable { @Column(length = 9) String name; SiteKey site; }

@Entity
class Plan { @EmbeddedId PlanId id; @MapsId("site") @ManyToOne(fetch = FetchType.LAZY)
 @JoinColumn(name = "c", referencedColumnName = "region_country") @JoinColumn(name = "z", referencedColumnName = "region_zone") @JoinColumn(name = "k", referencedColumnName = "code") Site site; }

@Entity
class Annex { @EmbeddedId SiteKey id; @MapsId @OneToOne(fetch = FetchType.LAZY)
 @JoinColumn(name = "c", referencedColumnName = "region_country") @JoinColumn(name = "z", referencedColumnName = "region_zone") @JoinColumn(name = "k", referencedColumnName = "code") Site site; }

@Entity
class Visit { @Id long id; @ManyToOne(fetch = FetchType.LAZY) Plan plan; @ManyToOne(fetch = FetchType.LAZY) Annex annex; }

class BayKey implements Serializable { SiteKey site; String number; }

@Entity @IdClass(BayKey.class)
class Bay { @Id @ManyToOne(fetch = FetchType.LAZY)
 @JoinColumn(name = "c", referencedColumnName = "region_country") @JoinColumn(name = "z", referencedColumnName = "region_zone") @JoinColumn(name = "k", referencedColumnName = "code") Site site;
 @Id @Column(length = 20) String number; }

@Embeddable
class SoleId implements Serializable { @Column(length = 5) String sole; }

@Entity
class Sole { @EmbeddedId SoleId id; }

@Embeddable
class PairId implements Serializable { @Column(length = 30) String label; SoleId one; }

@Entity
class Pair { @EmbeddedId PairId id; @MapsId("one") @ManyToOne(fetch = FetchType.LAZY) @JoinColumn(name = "one") Sole sole; }

@Embeddable
class PlainId implements Serializable { @Column(length = 30) String label; SoleId one; }

@Entity
class Plain { @EmbeddedId PlainId id; @MapsId("one") @ManyToOne(fetch = FetchType.LAZY) Sole sole; }

@Embeddable
class RegionId implements Serializable { @Column(length = 12) String country; int zone; }

@Entity
class District { @EmbeddedId RegionId id; }

@Embeddable
class StreetId implements Serializable { @Column(length = 14) String name; RegionId district; }

@Entity
class Street { @EmbeddedId StreetId id; @MapsId("district") @ManyToOne(fetch = FetchType.LAZY)
 @JoinColumn(name = "dc", referencedColumnName = "country") @JoinColumn(name = "dz", referencedColumnName = "zone") District district;
 @ElementCollection java.util.Set<String> names; @OneToMany @OrderColumn java.util.List<Street> crossings; }

@Entity
class House { @Id long id; @ManyToOne(fetch = FetchType.LAZY) Street street; @ManyToOne(fetch = FetchType.LAZY) Bay bay; @ManyToOne(fetch = FetchType.LAZY) Pair pair; @ManyToOne(fetch = FetchType.LAZY) Plain plain; }
