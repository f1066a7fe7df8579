// Settings: hibernate.mapping.default_list_semantics=BAG
// Settings: hibernate.mapping.default_list_semantics=LIST

package sets.listindexes;

import jakarta.persistence.*;
import java.util.*;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.annotations.ListIndexJdbcType;
import org.hibernate.annotations.ListIndexJdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.jdbc.SmallIntJdbcType;

@Entity
class Album {
  @Id Long id;

  @ElementCollection @ListIndexBase(1) List<String> songTitles;

  @ElementCollection @ListIndexJdbcTypeCode(SqlTypes.BIGINT) List<String> writers;

  @ElementCollection @ListIndexJdbcType(SmallIntJdbcType.class) List<String> players;


  @ElementCollection @ListIndexBase(1) @OrderBy List<String> ordered;

  @ElementCollection @ListIndexBase(1) Collection<String> noList;

  @ElementCollection String[] labelNames;

  @ElementCollection int[] years;

  @ElementCollection @ListIndexBase(2) Cover[] covers;

  @ElementCollection List<String> plain;

  @ElementCollection @OrderBy List<String> plainOrdered;

  @ElementCollection @org.hibernate.annotations.Bag List<String> bag;

  @ManyToMany @ListIndexBase(1) List<Genre> genres;

  @ManyToMany List<Genre> plainGenres;

  @ManyToMany Genre[] genreArray;

  @OneToMany(mappedBy = "album") @ListIndexBase(1) List<Track> tracks;

  @OneToMany(mappedBy = "plainAlbum") List<Track> plainTracks;

  @OneToMany @JoinColumn(name = "owning_album") @ListIndexBase(5) List<Track> owned;

  @OneToMany @JoinColumn(name = "owning_plain") List<Track> plainOwned;

  @OneToMany List<Track> joined;

  @Embedded Sleeve sleeveNotes;
}

@Embeddable
class Sleeve {
  @ElementCollection @ListIndexBase(1) List<String> lineNotes;

  @ElementCollection List<String> plainNotes;
}

@Embeddable
class Cover {
  @Column(nullable = false) String side;
  Integer width;
}

@Entity
class Genre {
  @Id Long id;

  @ManyToMany(mappedBy = "plainGenres") List<Album> albums;
}

@Entity
class Track {
  @Id Long id;
  @ManyToOne Album album;
  @ManyToOne Album plainAlbum;
}
