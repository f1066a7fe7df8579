package sets.copiedsizes;

import jakarta.persistence.*;
import java.io.Serializable;

class RegionKey implements Serializable { String country; int zone; }

@Entity @IdClass(RegionKey.class)
class Region { @Id @Column(length = 12) String country; @Id int zone; }

class SiteKey implements Serializable { RegionKey region; String code; }

@Entity @IdClass(SiteKey.class)
class Site { @Id @ManyToOne(fetch = FetchType.LAZY) Region region; @Id @Column(length = 7) String code; }

class PlanKey implements Serializable { String name; SiteKey site; }

@Embeddable
class PlanId implements Serializable { @Column(length = 9) String name; SiteKey site; }

@Entity
class Plan { @EmbeddedId PlanId id; @MapsId("site") @ManyToOne(fetch = FetchType.LAZY) Site site; }

@Entity
class Annex { @EmbeddedId SiteKey id; @MapsId @OneToOne Site site; }

@Entity
class Wing { @EmbeddedId SiteKey id; @MapsId @OneToOne Annex annex; }

@Entity
class Visit { @Id long id; @ManyToOne(fetch = FetchType.LAZY) Site site; @ManyToOne(fetch = FetchType.LAZY) Plan plan; @ManyToOne(fetch = FetchType.LAZY) Annex annex; }
