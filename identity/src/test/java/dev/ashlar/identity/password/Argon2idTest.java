package dev.ashlar.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Argon2idTest {
  @Test
  void givesTheTagOfRfc9106Section53() {
    var parameters =
        Argon2id.parameters(new HashCost(32, 3, 4), repeated(2, 16))
            .withSecret(repeated(3, 8))
            .withAdditional(repeated(4, 12))
            .build();

    assertThat(HexFormat.of().formatHex(Argon2id.tag(repeated(1, 32), parameters, 32)))
        .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
  }

  /// From the tests of the reference implementation, phc-winner-argon2.
  @ParameterizedTest
  @CsvSource({
    "65536, 2, 1, password, somesalt, 09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7",
    "256, 2, 1, password, somesalt, 9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe",
    "256, 2, 2, password, somesalt, 6d093c501fd5999645e0ea3bf620d7b8be7fd2db59c20d9fff9539da2bf57037",
    "65536, 1, 1, password, somesalt, f6a5adc1ba723dddef9b5ac1d464e180fcd9dffc9d1cbf76cca2fed795d9ca98",
    "65536, 2, 1, differentpassword, somesalt, 0b84d652cf6b0c4beaef0dfe278ba6a80df6696281d7e0d2891b817d8c458fde",
    "65536, 2, 1, password, diffsalt, bdf32b05ccc42eb15d58fd19b1f856b113da1e9a5874fdcc544308565aa8141c",
  })
  void givesTheTagsOfTheReference(
      int memory, int passes, int lanes, String password, String salt, String tag) {
    var bytes = salt.getBytes(StandardCharsets.UTF_8);

    assertThat(Argon2id.tag(password, new HashCost(memory, passes, lanes), bytes, 32))
        .asHexString()
        .isEqualToIgnoringCase(tag);
  }

  @Test
  void takesOneCharacterTypedInTwoWaysForOne() {
    var cost = new HashCost(64, 1, 1);

    assertThat(Argon2id.tag("cafe\u0301 fermé", cost, repeated(1, 16), 32))
        .isEqualTo(Argon2id.tag("caf\u00e9 ferme\u0301", cost, repeated(1, 16), 32))
        .isNotEqualTo(Argon2id.tag("cafe ferme", cost, repeated(1, 16), 32));
  }

  private static byte[] repeated(int value, int length) {
    var bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
