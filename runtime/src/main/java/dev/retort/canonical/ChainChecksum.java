package dev.retort.canonical;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.retort.operation.Operation;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * The checksum by which a revision vouches for itself and for its whole history: it covers the
 * checksums of the revisions that it follows, its id, and what its upgrade does.
 */
public final class ChainChecksum {

  private ChainChecksum() {}

  /**
   * The chain checksum of a revision.
   *
   * @param downChecksums the chain checksums of the revisions that it follows, in any order
   * @param id the revision's id
   * @param upgrade the operations of its upgrade, in order
   * @return the form's version, a colon, and a SHA-256 in lower-case hexadecimal digits
   */
  public static String of(List<String> downChecksums, String id, List<Operation> upgrade) {
    MessageDigest digest = Sha256.digest();
    part(digest, String.valueOf(downChecksums.size()));
    List<String> sorted = new ArrayList<>(downChecksums);
    Collections.sort(sorted);
    for (String checksum : sorted) {
      part(digest, checksum);
    }
    part(digest, id);
    for (Operation operation : upgrade) {
      part(digest, CanonicalForm.of(operation));
    }
    return CanonicalForm.VERSION + ":" + HexFormat.of().formatHex(digest.digest());
  }

  /** Each part with its length before it, so that no two lists of parts read the same. */
  private static void part(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(UTF_8);
    digest.update((bytes.length + ":").getBytes(US_ASCII));
    digest.update(bytes);
  }
}
