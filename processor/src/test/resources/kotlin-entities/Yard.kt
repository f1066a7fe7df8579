package sets.kotlin

import jakarta.persistence.*
import java.io.Serializable
import java.math.BigDecimal
import java.time.Instant
import java.util.UUID

enum class Grade { FINE, COARSE }

@JvmInline
value class Weight(val grams: Long)

@MappedSuperclass
abstract class Base(
  @Id @GeneratedValue var id: Long? = null,
  @Version var version: Int = 0,
)

@Embeddable
data class Spot(
  val row: Int = 0,
  val shelf: Int? = null,
  @Column(name = "zone_code", length = 8) val zone: String = "",
)

@Embeddable
data class LineId(val yard: Long = 0, val number: Int = 0) : Serializable

/** Annotations of JPA's stand on no parameter: without a target they are the field's. */
@Entity
@Table(indexes = [Index(columnList = "label")])
data class Pallet(
  @field:Column(nullable = false, length = 40) val label: String = "",
  val note: String? = null,
  val amount: Int = 0,
  val spare: Int? = null,
  val price: BigDecimal = BigDecimal.ZERO,
  @field:Enumerated(EnumType.STRING) val grade: Grade = Grade.FINE,
  val other: Grade? = null,
  val seen: Instant? = null,
  val code: UUID = UUID(0, 0),
  val bytes: ByteArray = byteArrayOf(),
  val flags: BooleanArray? = null,
  val names: Array<String> = arrayOf(),
  @Embedded val spot: Spot = Spot(),
  @field:Embedded
  @field:AttributeOverride(name = "row", column = Column(name = "old_row"))
  @field:AttributeOverride(name = "shelf", column = Column(name = "old_shelf"))
  @field:AttributeOverride(name = "zone", column = Column(name = "old_zone"))
  val before: Spot? = null,
  @Transient val scratch: String = "",
) : Base() {
  lateinit var owner: String
  val weight: Weight = Weight(0)
  val shouted: String get() = label.uppercase()
  @delegate:Transient val slow: String by lazy { label }

  companion object {
    const val LIMIT = 7
    @JvmStatic val shared = "shared"
    @JvmField val loud = "loud"
  }
}

@Entity
class Line(
  @EmbeddedId val id: LineId = LineId(),
  @ManyToOne(fetch = FetchType.LAZY, optional = false) val pallet: Pallet = Pallet(),
) {
  @ElementCollection val tags: MutableSet<String> = mutableSetOf()
  @ElementCollection val spots: List<Spot> = emptyList()
  @OneToMany(mappedBy = "first") val links: MutableList<Link> = mutableListOf()
  @ElementCollection @MapKeyEnumerated(EnumType.STRING) val grades: MutableMap<Grade, Int> = mutableMapOf()
}

/** Access by properties, since the id's annotation is on the getter. */
@Entity
open class Link {
  @get:Id open var key: String = ""
  @get:ManyToOne open var first: Line? = null
  @get:Column(name = "is_open") open var isOpen: Boolean = false
  open var closed: Boolean? = null
  @get:Transient open val length: Int get() = key.length
}

@Entity
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
sealed class Move : Base() {
  var at: Instant = Instant.EPOCH
}

@Entity class Arrival(var origin: String = "") : Move()

@Entity class Leave(var target: String = "", @Basic(optional = false) var by: String = "") : Move()
