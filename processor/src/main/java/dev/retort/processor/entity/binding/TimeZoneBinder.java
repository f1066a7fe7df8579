package dev.retort.processor.entity.binding;

import dev.retort.processor.entity.relational.ColumnDraft;
import dev.retort.processor.entity.relational.TableDraft;
import dev.retort.processor.entity.source.AnnotationUse;
import dev.retort.processor.entity.source.HibernateSettings;
import dev.retort.processor.entity.source.Member;
import dev.retort.processor.entity.source.Names;
import dev.retort.processor.entity.source.TypeShapes;
import dev.retort.processor.entity.type.BasicType;
import dev.retort.processor.entity.type.ColumnType;
import dev.retort.processor.entity.type.Facets;
import dev.retort.processor.entity.type.JdbcType;
import java.util.List;
import java.util.Optional;

/**
 * Times whose zone is kept in a second column: {@code @TimeZoneStorage(COLUMN)}, and {@code AUTO},
 * the annotation's default, because PostgreSQL keeps no zone (Hibernate's {@code
 * AbstractPropertyHolder.buildColumnOverride}).
 */
final class TimeZoneBinder {

  private final BasicBinder basics;
  private final HibernateSettings settings;

  TimeZoneBinder(BasicBinder basics, HibernateSettings settings) {
    this.settings = settings;
    this.basics = basics;
  }

  /**
   * Whether the zone has a column.
   *
   * @param byDefault how times are stored where no annotation says it
   */
  static boolean usesColumn(Member member, TypeShapes shapes, Optional<String> byDefault) {
    boolean asked =
        member
            .find(Names.TIME_ZONE_STORAGE)
            .map(use -> use.constant("value"))
            .or(() -> byDefault)
            .filter(value -> value.equals("COLUMN") || value.equals("AUTO"))
            .isPresent();
    return asked
        && switch (shapes.nameOf(member.type())) {
          case "java.time.OffsetDateTime", "java.time.ZonedDateTime", "java.time.OffsetTime" ->
              true;
          default -> false;
        };
  }

  /** Adds the columns of the time and of its zone. */
  List<ColumnDraft> bind(Holder holder, Member member, boolean time) {
    Overrides overrides = holder.overrides().inside(member.name(), member.element());
    // A @Column without a name only says how precise the time is.
    ColumnSpec written = ColumnSpec.of(member.find(Names.COLUMN));
    ColumnSpec stated =
        written.name().isPresent()
            ? written
            : ColumnSpec.NOTHING.withFraction(written.secondPrecision());
    ColumnSpec timeSpec =
        overrides.column(time ? "localTime" : "instant").map(ColumnSpec::of).orElse(stated);
    String name = stated.name().orElse(member.name());
    ColumnSpec zoneSpec =
        overrides
            .column("zoneOffset")
            .map(ColumnSpec::of)
            .orElseGet(() -> zone(stated, member.find(Names.TIME_ZONE_COLUMN)));
    TableDraft table = basics.tableOf(holder, timeSpec, member);
    ColumnDraft timeColumn =
        basics.column(
            timeSpec,
            timeSpec.name().orElse(name),
            basics.basicType(
                member, member.type(), facets(member, time), BasicBinder.VALUE, timeSpec),
            member.element());
    ColumnDraft zoneColumn =
        basics.column(
            zoneSpec,
            zoneSpec.name().orElse(name + "_tz"),
            BasicType.of(ColumnType.of(JdbcType.INTEGER)),
            member.element());
    return List.of(table.add(timeColumn), table.add(zoneColumn));
  }

  /** Beside a zone, the time is stored as an {@code Instant} is. */
  private Facets facets(Member member, boolean time) {
    Facets stated = Facets.of(member);
    return time || stated.jdbcTypeCode().isPresent()
        ? stated
        : stated.withCode(settings.preferredCode("java.time.Instant"));
  }

  private static ColumnSpec zone(ColumnSpec time, Optional<AnnotationUse> annotation) {
    return new ColumnSpec(
        annotation.flatMap(use -> use.text("name")),
        true,
        time.nullable(),
        false,
        ColumnSpec.NOTHING.size(),
        ColumnSpec.NOTHING.secondPrecision(),
        annotation.isPresent() ? annotation.get().text("columnDefinition") : time.definition(),
        Optional.empty(),
        List.of(),
        annotation.isPresent() ? annotation.get().text("comment") : time.comment());
  }
}
