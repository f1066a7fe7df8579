package dev.retort.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.revision.RevisionInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {

  private static final List<RevisionInfo> LINE =
      List.of(info("aa01"), info("aa02", "aa01"), info("bb03", "aa02"), info("cc04", "bb03"));

  /** a, then b and c beside each other, then d that merges them, then e. */
  private static final List<RevisionInfo> DIAMOND =
      List.of(info("a"), info("b", "a"), info("c", "a"), info("d", "b", "c"), info("e", "d"));

  /** a1, on which b1, b2 and, as branch shop, s1, s2 follow; and pay, which depends on b1. */
  private static final List<RevisionInfo> BRANCHES =
      List.of(
          info("a1"),
          info("b1", "a1"),
          info("b2", "b1"),
          info("s1", "a1").labelled("shop"),
          info("s2", "s1"),
          info("p1").labelled("pay").dependingOn("b1"));

  @ParameterizedTest
  @CsvSource({
    "'',     head, +aa01 +aa02 +bb03 +cc04",
    "'',     heads, +aa01 +aa02 +bb03 +cc04",
    "'',     +2,   +aa01 +aa02",
    "aa01,   +1,   +aa02",
    "aa01,   bb03, +aa02 +bb03",
    "aa01,   bb,   +aa02 +bb03",
    "bb03,   aa01, ''",
    "cc04,   head, ''",
  })
  void upgradesALine(String at, String target, String steps) {
    assertThat(text(plan(LINE, Direction.UPGRADE, target, at))).isEqualTo(steps);
  }

  @ParameterizedTest
  @CsvSource({
    "cc04,   base, -cc04 -bb03 -aa02 -aa01",
    "cc04,   -1,   -cc04",
    "bb03,   -2,   -bb03 -aa02",
    "cc04,   aa02, -cc04 -bb03",
    "cc04,   cc,   ''",
    "'',     base, ''",
  })
  void downgradesALine(String at, String target, String steps) {
    assertThat(text(plan(LINE, Direction.DOWNGRADE, target, at))).isEqualTo(steps);
  }

  @Test
  void doesNotChooseTheSideOfAMergeThatGoesFirst() {
    assertThat(text(plan(DIAMOND, Direction.DOWNGRADE, "-1", "d"))).isEqualTo("-d");
    assertThat(refusal(plan(DIAMOND, Direction.DOWNGRADE, "-2", "d")))
        .contains("[RT510]", "revisions b, c", "b@-2 or c@-2");
    assertThat(refusal(plan(DIAMOND, Direction.DOWNGRADE, "-3", "e"))).contains("b@-3 or c@-3");
    assertThat(text(plan(DIAMOND, Direction.DOWNGRADE, "b@-2", "d"))).isEqualTo("-d -b");
    assertThat(refusal(plan(DIAMOND, Direction.DOWNGRADE, "-1", "b", "c")))
        .contains("[RT510]", "b@-1 or c@-1");
    assertThat(text(plan(DIAMOND, Direction.DOWNGRADE, "c@-1", "b", "c"))).isEqualTo("-c");
  }

  @Test
  void recordsTheHeadsThroughAMerge() {
    assertThat(records(plan(DIAMOND, Direction.UPGRADE, "head", "")))
        .containsExactly(
            "a: [] -> [a]", "b: [a] -> [b]", "c: [] -> [c]", "d: [b, c] -> [d]", "e: [d] -> [e]");
    assertThat(records(plan(DIAMOND, Direction.DOWNGRADE, "base", "e")))
        .containsExactly(
            "e: [e] -> [d]", "d: [d] -> [b, c]", "c: [c] -> []", "b: [b] -> [a]", "a: [a] -> []");
  }

  @Test
  void staysOnItsBranch() {
    assertThat(text(plan(DIAMOND, Direction.UPGRADE, "c", ""))).isEqualTo("+a +c");
    assertThat(text(plan(DIAMOND, Direction.UPGRADE, "head", "c"))).isEqualTo("+b +d +e");
    assertThat(records(plan(DIAMOND, Direction.DOWNGRADE, "b", "d")))
        .containsExactly("d: [d] -> [b, c]");
    assertThat(text(plan(DIAMOND, Direction.DOWNGRADE, "a", "b", "c"))).isEqualTo("-c -b");
  }

  @Test
  void stamps() {
    assertThat(records(plan(LINE, Direction.STAMP, "bb03", "aa01")))
        .containsExactly("bb03: [aa01] -> [bb03]");
    assertThat(records(plan(LINE, Direction.STAMP, "base", "cc04")))
        .containsExactly("base: [cc04] -> []");
    assertThat(records(plan(DIAMOND, Direction.STAMP, "b c", "d")))
        .containsExactly("b: [d] -> [b, c]");
    assertThat(records(plan(DIAMOND, Direction.STAMP, "a b", ""))).containsExactly("b: [] -> [b]");
  }

  @Test
  void stampsOverWhatItDoesNotKnowOnlyWhenThatIsPurged() {
    RecordedState state =
        new RecordedState(
            List.of(new AppliedHead("zz99", "?"), new AppliedHead("aa01", "?")), List.of());

    assertThat(refusal(plan(LINE, Direction.STAMP, "bb03", "zz99", "aa01"))).startsWith("[RT507]");
    assertThat(records(plan(LINE, state, MigrationRequest.purge("bb03"))))
        .containsExactly("bb03: [zz99, aa01] -> [bb03]");
  }

  @ParameterizedTest
  @CsvSource({
    "UPGRADE,   aa01, zz, RT509",
    "UPGRADE,   aa01, '', RT509",
    "UPGRADE,   aa01, current, RT511",
    "UPGRADE,   aa01, \"'; DROP TABLE x\", RT509",
    "UPGRADE,   aa01, aa, RT510",
    "UPGRADE,   aa01, +4, RT511",
    "UPGRADE,   aa01, -1, RT511",
    "UPGRADE,   aa01, base, RT511",
    "DOWNGRADE, aa01, +1, RT511",
    "DOWNGRADE, aa01, -2, RT511",
    "DOWNGRADE, aa01, bb03, RT511",
    "DOWNGRADE, aa01, head, RT511",
    "STAMP,     aa01, +1, RT511",
    "STAMP,     aa01, zz, RT509",
    "UPGRADE,   zz99, head, RT507",
    "DOWNGRADE, zz99, base, RT507",
  })
  void refuses(Direction direction, String at, String target, String code) {
    assertThat(refusal(plan(LINE, direction, target, at))).startsWith("[" + code + "]");
  }

  @Test
  void refusesTheHeadWhereThereAreSeveral() {
    List<RevisionInfo> fork = DIAMOND.subList(0, 3);

    assertThat(refusal(plan(fork, Direction.UPGRADE, "head", "")))
        .contains("[RT510]", "b, c", "downRevision = {\"b\", \"c\"}");
    assertThat(text(plan(fork, Direction.UPGRADE, "heads", ""))).isEqualTo("+a +b +c");
  }

  @ParameterizedTest
  @CsvSource({
    "UPGRADE,   '',          shop@head,     +a1 +s1 +s2",
    "UPGRADE,   '',          shop@+1,       +a1 +s1",
    "UPGRADE,   '',          s1+1,          +a1 +s1 +s2",
    "UPGRADE,   '',          shop,          +a1 +s1",
    "UPGRADE,   '',          heads,         +a1 +b1 +b2 +p1 +s1 +s2",
    "UPGRADE,   a1 s2,       pay@head,      +b1 +p1",
    "UPGRADE,   a1 s2,       s2-1,          ''",
    "DOWNGRADE, b2 s2 p1,    shop@base,     -s2 -s1",
    "DOWNGRADE, b2 s2 p1,    shop@-1,       -s2",
    "DOWNGRADE, b2 s2 p1,    s1,            -s2",
    "DOWNGRADE, b2 s2 p1,    b1,            -p1 -b2",
    "DOWNGRADE, b2 s2 p1,    pay@base,      -p1",
    "DOWNGRADE, b2 s2 p1,    base,          -s2 -s1 -p1 -b2 -b1 -a1",
  })
  void goesAlongBranches(Direction direction, String at, String target, String steps) {
    assertThat(text(plan(BRANCHES, direction, target, at.split(" ", -1)))).isEqualTo(steps);
  }

  @ParameterizedTest
  @CsvSource({
    "UPGRADE,   '',       head,       RT510",
    "UPGRADE,   '',       shop@zz,    RT509",
    "UPGRADE,   '',       zz@head,    RT509",
    "UPGRADE,   '',       shop@+3,    RT511",
    "UPGRADE,   '',       a1+1,       RT510",
    "UPGRADE,   '',       s2+1,       RT509",
    "DOWNGRADE, b2 s2 p1, -1,         RT510",
    "DOWNGRADE, b2 s2 p1, shop@-3,    RT511",
    "DOWNGRADE, b2 s2 p1, a1-2,       RT509",
    "STAMP,     b2 s2 p1, shop@+1,    RT511",
  })
  void refusesAlongBranches(Direction direction, String at, String target, String code) {
    assertThat(refusal(plan(BRANCHES, direction, target, at.split(" ", -1))))
        .startsWith("[" + code + "]");
  }

  @Test
  void recordsWhatNothingFollowsOrDependsOn() {
    assertThat(records(plan(BRANCHES, Direction.UPGRADE, "pay@head", "a1")))
        .containsExactly("b1: [a1] -> [b1]", "p1: [b1] -> [p1]");
    assertThat(records(plan(BRANCHES, Direction.DOWNGRADE, "pay@base", "p1")))
        .containsExactly("p1: [p1] -> [b1]");
    assertThat(records(plan(BRANCHES, Direction.STAMP, "shop@head", "b2", "p1")))
        .containsExactly("s2: [] -> [s2]");
    assertThat(records(plan(BRANCHES, Direction.STAMP, "shop@base", "b2", "s2")))
        .containsExactly("base: [s2] -> []");
  }

  @Test
  void refusesRevisionsThatAreNoHistory() {
    List<RevisionInfo> broken = List.of(info("a", "gone"));

    assertThat(refusal(plan(broken, Direction.UPGRADE, "head", ""))).contains("[RT517]", "gone");
  }

  @Test
  void namesWhenAndByWhomAnUnknownRevisionWasApplied() {
    RecordedState state =
        new RecordedState(
            List.of(new AppliedHead("zz99", "?")),
            List.of(entry("aa01", Direction.UPGRADE, "?"), entry("zz99", Direction.UPGRADE, "?")));

    assertThat(refusal(plan(LINE, state, MigrationRequest.upgrade("head"))))
        .contains(
            "zz99",
            "applied on 2026-01-02 03:04:05 UTC by ops@10.0.0.1",
            "application ends at cc04");
  }

  @Test
  void namesTheRevisionThatWasEdited() {
    // Everything from aa02 on has another chain checksum than the one that was recorded.
    RecordedState state =
        new RecordedState(
            List.of(new AppliedHead("cc04", "old4")),
            List.of(
                entry("aa01", Direction.UPGRADE, "sum aa01"),
                entry("aa02", Direction.UPGRADE, "sum aa02"),
                entry("aa02", Direction.DOWNGRADE, "sum aa02"),
                entry("aa02", Direction.UPGRADE, "old2"),
                entry("bb03", Direction.UPGRADE, "old3"),
                entry("cc04", Direction.UPGRADE, "old4")));

    assertThat(refusal(plan(LINE, state, MigrationRequest.upgrade("head"))))
        .contains("[RT508] Revision aa02 is not what was applied", "by ops@10.0.0.1");
  }

  @Test
  void namesWhatTheHistoryDoesNotList() {
    RecordedState stamped =
        new RecordedState(
            List.of(new AppliedHead("bb03", "old3")),
            List.of(entry("bb03", Direction.STAMP, "old3")));

    assertThat(refusal(plan(LINE, stamped, MigrationRequest.upgrade("head"))))
        .contains("Revision bb03 (or one that it follows", "aa01, aa02)", "stamped on");
  }

  @Test
  void thereIsNoWayBackPastWhatIsIrreversible() {
    List<RevisionInfo> line =
        List.of(info("aa01"), info("aa02", "aa01").withoutWayBack(), info("bb03", "aa02"));

    assertThat(refusal(plan(line, Direction.DOWNGRADE, "base", "bb03")))
        .contains("[RT527] Revision aa02 is declared irreversible");
    assertThat(refusal(plan(line, Direction.DOWNGRADE, "aa01", "bb03"))).contains("[RT527]");
    assertThat(plan(line, Direction.DOWNGRADE, "aa02", "bb03").steps()).isNotEmpty();
    assertThat(plan(line, Direction.UPGRADE, "head", "aa01").steps()).isNotEmpty();
  }

  /** What follows: steps, or the text of a refusal. */
  private record Plan(List<MigrationStep> steps, String refusal) {}

  private static Plan plan(
      List<RevisionInfo> revisions, RecordedState state, MigrationRequest request) {
    try {
      return new Plan(Planner.plan(revisions, state, request), "");
    } catch (MigrationRefusedException e) {
      return new Plan(List.of(), e.getMessage());
    }
  }

  private static Plan plan(
      List<RevisionInfo> revisions, Direction direction, String target, String... at) {
    List<AppliedHead> heads =
        Stream.of(at)
            .filter(id -> !id.isEmpty())
            .map(id -> new AppliedHead(id, "sum " + id))
            .toList();
    return plan(
        revisions,
        new RecordedState(heads, List.of()),
        new MigrationRequest(direction, target, false));
  }

  private static RevisionInfo info(String id, String... down) {
    return new RevisionInfo(id, List.of(down), "", "sum " + id);
  }

  private static HistoryEntry entry(String id, Direction direction, String checksum) {
    return new HistoryEntry(
        id,
        direction,
        checksum,
        Instant.parse("2026-01-02T03:04:05Z"),
        Duration.ZERO,
        "ops@10.0.0.1",
        "1",
        Optional.empty());
  }

  private static String text(Plan plan) {
    return plan.steps().stream()
        .map(s -> (s.direction() == Direction.UPGRADE ? "+" : "-") + s.revision().id())
        .collect(Collectors.joining(" "));
  }

  private static List<String> records(Plan plan) {
    return plan.steps().stream()
        .map(
            s ->
                s.revision().id()
                    + ": "
                    + s.removedHeads()
                    + " -> "
                    + s.addedHeads().stream().map(AppliedHead::revision).toList())
        .toList();
  }

  private static String refusal(Plan plan) {
    return plan.refusal();
  }
}
