package dev.ashlar.identity.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Ed25519Test {
  private static final byte[] PUBLIC =
      Base64Url.decode("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
  private static final byte[] PRIVATE =
      Base64Url.decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A");
  private static final String JWS =
      "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"
          + ".hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg";

  private final SigningKey key = SigningKey.of(1, Instant.EPOCH, PUBLIC, PRIVATE);

  @Test
  void namesTheKeyOfRfc8037AppendixA3ByItsThumbprint() {
    assertThat(key.id()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  }

  @Test
  void signsTheExampleOfRfc8037AppendixA4() {
    assertThat(
            CompactJws.sign(
                bytes("{\"alg\":\"EdDSA\"}"),
                bytes("Example of Ed25519 signing"),
                key.privateKey()))
        .isEqualTo(JWS);
  }

  @Test
  void verifiesTheExampleOfRfc8037AppendixA5() {
    var jws = CompactJws.parse(JWS).orElseThrow();

    assertThat(jws.payload()).asString().isEqualTo("Example of Ed25519 signing");
    assertThat(jws.isSignedBy(key.publicKey())).isTrue();
    assertThat(jws.isSignedBy(SigningKey.generate(2, Instant.EPOCH).publicKey())).isFalse();
  }

  /// RFC 8032, section 7.1, tests 2 and 3.
  @ParameterizedTest
  @CsvSource({
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
        + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
        + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  })
  void signsAndVerifiesTheTestsOfRfc8032(
      String privateKey, String publicKey, String message, String signature) {
    var pair = Ed25519.pair(hex(publicKey), hex(privateKey));

    assertThat(Ed25519.sign(pair.getPrivate(), hex(message))).isEqualTo(hex(signature));
    assertThat(Ed25519.verify(pair.getPublic(), hex(message), hex(signature))).isTrue();
    assertThat(Ed25519.verify(pair.getPublic(), hex(message + "00"), hex(signature))).isFalse();
  }

  /// S and S + L would both satisfy the equation; only the smaller is the signature (RFC 8032,
  /// section 5.1.7).
  @Test
  void refusesTheSecondSpellingOfASignature() {
    var message = bytes("message");
    var signature = Ed25519.sign(key.privateKey(), message);
    var order =
        BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    var larger = littleEndian(Arrays.copyOfRange(signature, 32, 64)).add(order);
    var second = signature.clone();
    System.arraycopy(littleEndian(larger), 0, second, 32, 32);

    assertThat(Ed25519.verify(key.publicKey(), message, signature)).isTrue();
    assertThat(second).isNotEqualTo(signature);
    assertThat(Ed25519.verify(key.publicKey(), message, second)).isFalse();
  }

  @Test
  void keepsBothHalvesAsTheirBytes() {
    assertThat(key.publicBytes()).isEqualTo(PUBLIC);
    assertThat(key.privateBytes()).isEqualTo(PRIVATE);
  }

  @Test
  void refusesHalvesOfDifferentKeys() {
    var other = SigningKey.generate(1, Instant.EPOCH).publicBytes();

    assertThatThrownBy(() -> SigningKey.of(1, Instant.EPOCH, other, PRIVATE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("do not belong together");
  }

  @Test
  void refusesHalvesOfAnotherSize() {
    assertThatThrownBy(() -> SigningKey.of(1, Instant.EPOCH, new byte[31], PRIVATE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SigningKey.of(1, Instant.EPOCH, PUBLIC, new byte[33]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void showsNoSecret() {
    assertThat(key.toString())
        .contains(key.id())
        .doesNotContain(Base64Url.encode(PRIVATE))
        .doesNotContainIgnoringCase(HexFormat.of().formatHex(PRIVATE));
  }

  private static BigInteger littleEndian(byte[] bytes) {
    return new BigInteger(1, reversed(bytes));
  }

  private static byte[] littleEndian(BigInteger number) {
    var bytes = new byte[32];
    var big = number.toByteArray();
    for (int i = 0; i < big.length; i++) {
      bytes[i] = big[big.length - 1 - i];
    }
    return bytes;
  }

  private static byte[] reversed(byte[] bytes) {
    var reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }
}
