package dev.retort.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.testing.Randomness;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Sha256Test {

  /** Every length about the edges of blocks, and some beyond; at once and in two pieces. */
  @Test
  void isWhatThePlatformComputes() throws NoSuchAlgorithmException {
    Random random = new Random(Randomness.seed());
    for (int length = 0; length < 400; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      byte[] expected = MessageDigest.getInstance("SHA-256").digest(bytes);

      assertThat(Sha256.of(bytes)).isEqualTo(expected);

      int cut = random.nextInt(length + 1);
      Sha256 inPieces = new Sha256();
      inPieces.update(Arrays.copyOfRange(bytes, 0, cut));
      inPieces.update(Arrays.copyOfRange(bytes, cut, length));
      assertThat(inPieces.digest()).isEqualTo(expected);
    }
  }
}
