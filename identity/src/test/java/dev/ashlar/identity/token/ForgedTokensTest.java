package dev.ashlar.identity.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.identity.token.TokenCheck.Invalid;
import dev.ashlar.identity.token.TokenCheck.Reason;
import dev.ashlar.identity.token.TokenCheck.Valid;
import dev.ashlar.testing.time.SettableClock;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One test for each attack on signed tokens that RFC 8725 names, and some more. Tokens that only a
/// holder of our key could write are signed here by our key, to show that each check stands by
/// itself.
final class ForgedTokensTest {
  private static final String PAYLOAD =
      "{\"iss\":\"i\",\"aud\":\"a\",\"sub\":\"0197f2a0-0000-7000-8000-000000000001\",\"sid\":\"0197f2a0-0000-7000-8000-000000000002\",\"jti\":\"0197f2a0-0000-7000-8000-000000000003\",\"iat\":1769860800,\"exp\":1769861400}";

  private final SettableClock clock = SettableClock.at("2026-01-31T12:00:00Z");
  private final KeyRing keys = KeyRing.open(new SigningKeysInMemory(), KeyRotation.DEFAULT, clock);
  private final SigningKey key = keys.current();
  private final AccessTokens tokens = new AccessTokens(TokenSettings.of("i", "a"), keys, clock);

  /// Without which the other tests would show nothing.
  @Test
  void acceptsAGenuineTokenWrittenByHand() {
    assertThat(check(sign(header("EdDSA", "at+jwt"), PAYLOAD))).isInstanceOf(Valid.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "nOnE"})
  void refusesATokenWithoutASignature(String none) {
    var unsigned = encode(header(none, "at+jwt")) + "." + encode(PAYLOAD) + ".";
    assertThat(reason(unsigned)).isEqualTo(Reason.WRONG_ALGORITHM);

    var empty = encode(header("EdDSA", "at+jwt")) + "." + encode(PAYLOAD) + ".";
    assertThat(reason(empty)).isEqualTo(Reason.BAD_SIGNATURE);
  }

  /// The public key is no secret: taken for the secret of an HMAC, it would let everybody sign.
  @ParameterizedTest
  @ValueSource(strings = {"HS256", "EdDSA"})
  void refusesAnHmacKeyedByOurPublicKey(String algorithm) throws GeneralSecurityException {
    for (var secret : new byte[][] {key.publicBytes(), key.publicKey().getEncoded()}) {
      var signed = encode(header(algorithm, "at+jwt")) + "." + encode(PAYLOAD);
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      var token = signed + "." + encode(mac.doFinal(signed.getBytes(UTF_8)));

      assertThat(reason(token))
          .isEqualTo(algorithm.equals("EdDSA") ? Reason.BAD_SIGNATURE : Reason.WRONG_ALGORITHM);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ES256", "RS256", "PS256", "Ed25519", "eddsa", "EdDSA ", ""})
  void refusesEveryOtherAlgorithm(String algorithm) {
    assertThat(reason(sign(header(algorithm, "at+jwt"), PAYLOAD)))
        .isEqualTo(Reason.WRONG_ALGORITHM);
  }

  @Test
  void refusesAChangedPayload() {
    var parts = sign(header("EdDSA", "at+jwt"), PAYLOAD).split("\\.", -1);
    var another = PAYLOAD.replace("000000000001", "000000000009");

    assertThat(reason(parts[0] + "." + encode(another) + "." + parts[2]))
        .isEqualTo(Reason.BAD_SIGNATURE);
  }

  @Test
  void refusesAForgersOwnKeyUnderOurKeysId() {
    var forger = SigningKey.generate(1, clock.instant());
    var token =
        CompactJws.sign(
            header("EdDSA", "at+jwt").getBytes(UTF_8),
            PAYLOAD.getBytes(UTF_8),
            forger.privateKey());

    assertThat(reason(token)).isEqualTo(Reason.BAD_SIGNATURE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"jwk\":{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}",
        ",\"jku\":\"https://forger.example.com/keys\"",
        ",\"x5c\":[\"MIIB\"]",
        ",\"x5u\":\"https://forger.example.com/keys\"",
        ",\"crit\":[\"exp\"]",
        ",\"b64\":false",
        ",\"alg\":\"none\"",
        ",\"kid\":\"another\"",
      })
  void refusesAHeaderThatSaysMore(String more) {
    var header = header("EdDSA", "at+jwt").replace("}", more + "}");

    assertThat(reason(sign(header, PAYLOAD))).isEqualTo(Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../etc/passwd",
        "' OR 1=1 --",
        "",
        "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"
      })
  void refusesAKeyIdThatIsNotOurs(String id) {
    var header = "{\"alg\":\"EdDSA\",\"typ\":\"at+jwt\",\"kid\":\"" + id + "\"}";

    assertThat(reason(sign(header, PAYLOAD))).isEqualTo(Reason.UNKNOWN_KEY);
    assertThat(reason(sign("{\"alg\":\"EdDSA\",\"typ\":\"at+jwt\"}", PAYLOAD)))
        .isEqualTo(Reason.UNKNOWN_KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"JWT", "jwt", "AT+JWT", "logout+jwt", ""})
  void refusesATokenMadeForAnotherPurpose(String type) {
    assertThat(reason(sign(header("EdDSA", type), PAYLOAD))).isEqualTo(Reason.WRONG_TYPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "aud", "sub", "sid", "jti", "iat", "exp"})
  void refusesAMissingClaim(String claim) {
    var without = PAYLOAD.replace("\"" + claim + "\":", "\"other\":");

    assertThat(reason(sign(header("EdDSA", "at+jwt"), without))).isEqualTo(Reason.MALFORMED);
  }

  /// Two readers may each believe another of two values.
  @ParameterizedTest
  @ValueSource(strings = {"iss", "aud", "sub", "sid", "jti", "iat", "exp", "unknown"})
  void refusesAClaimSaidTwice(String claim) {
    var twice =
        PAYLOAD.replace(
            "}", ",\"unknown\":1,\"" + claim + "\":\"0197f2a0-0000-7000-8000-000000000001\"}");

    assertThat(reason(sign(header("EdDSA", "at+jwt"), twice))).isEqualTo(Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"exp\":\"1769861400\"",
        "\"exp\":1769861400.5",
        "\"exp\":1e12",
        "\"exp\":-1",
        "\"exp\":999999999999999999",
        "\"exp\":99999999999999999999999999",
        "\"exp\":null",
        "\"exp\":true",
        "\"exp\":[1769861400]",
        "\"exp\":{\"exp\":1769861400}",
      })
  void refusesATimeThatIsNone(String claim) {
    var changed = PAYLOAD.replace("\"exp\":1769861400", claim);

    assertThat(reason(sign(header("EdDSA", "at+jwt"), changed))).isEqualTo(Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"aud\":[\"a\"]",
        "\"aud\":[\"a\",\"b\"]",
        "\"aud\":null",
        "\"aud\":1",
        "\"aud\":\"a\",\"sub\":\"1\"",
      })
  void refusesWhatIsNotOneAudience(String claim) {
    var changed = PAYLOAD.replace("\"aud\":\"a\"", claim);

    assertThat(reason(sign(header("EdDSA", "at+jwt"), changed))).isEqualTo(Reason.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "a ", "ab", ""})
  void refusesAnAudienceThatIsOnlyLikeOurs(String audience) {
    var changed = PAYLOAD.replace("\"aud\":\"a\"", "\"aud\":\"" + audience + "\"");

    assertThat(reason(sign(header("EdDSA", "at+jwt"), changed))).isEqualTo(Reason.WRONG_AUDIENCE);
  }

  @Test
  void refusesATokenThatIsToHoldOnlyLater() {
    var later = PAYLOAD.replace("}", ",\"nbf\":1769860900}");

    assertThat(reason(sign(header("EdDSA", "at+jwt"), later))).isEqualTo(Reason.NOT_YET_VALID);
  }

  @Test
  void passesOverClaimsOfANewerNode() {
    var newer = PAYLOAD.replace("}", ",\"scope\":[\"tasks\",{\"deep\":[1]}]}");

    assertThat(check(sign(header("EdDSA", "at+jwt"), newer))).isInstanceOf(Valid.class);
  }

  @Test
  void refusesAnUpperCaseOrShortenedUuid() {
    for (var id : new String[] {"0197F2A0-0000-7000-8000-000000000001", "1-1-1-1-1"}) {
      var changed = PAYLOAD.replace("0197f2a0-0000-7000-8000-000000000001", id);

      assertThat(reason(sign(header("EdDSA", "at+jwt"), changed))).isEqualTo(Reason.MALFORMED);
    }
    assertThat(UUID.fromString("1-1-1-1-1")).isNotNull();
  }

  @Test
  void refusesATokenSpeltInAnotherWay() {
    var token = sign(header("EdDSA", "at+jwt"), PAYLOAD);
    var last = token.charAt(token.length() - 1);
    // A signature of 64 bytes leaves four bits of the last character unused.
    var sameBytes = token.substring(0, token.length() - 1) + (char) (last + 1);

    assertThat(Base64.getUrlDecoder().decode(signature(sameBytes)))
        .isEqualTo(Base64.getUrlDecoder().decode(signature(token)));
    assertThat(reason(sameBytes)).isEqualTo(Reason.MALFORMED);
    assertThat(reason(token + "==")).isEqualTo(Reason.MALFORMED);
    assertThat(reason(" " + token)).isEqualTo(Reason.MALFORMED);
    assertThat(reason(token + "\n")).isEqualTo(Reason.MALFORMED);
    assertThat(reason(token + ".")).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void refusesAnEncryptedOrNestedToken() {
    var token = sign(header("EdDSA", "at+jwt"), PAYLOAD);

    assertThat(reason(token + "." + token)).isEqualTo(Reason.MALFORMED);
    assertThat(reason(sign(header("EdDSA", "at+jwt"), token))).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void refusesJsonInAnotherEncoding() {
    var utf16 = header("EdDSA", "at+jwt").getBytes(StandardCharsets.UTF_16);
    var token = CompactJws.sign(utf16, PAYLOAD.getBytes(UTF_8), key.privateKey());

    assertThat(reason(token)).isEqualTo(Reason.MALFORMED);
  }

  @Test
  void refusesWhatIsTooLongUnread() {
    assertThat(reason("a".repeat(AccessTokens.MAX_CHARS + 1))).isEqualTo(Reason.TOO_LONG);
    assertThat(reason(sign(header("EdDSA", "at+jwt"), PAYLOAD) + "a".repeat(2_048)))
        .isEqualTo(Reason.TOO_LONG);
  }

  @Test
  void refusesJsonNestedWithoutEnd() {
    var deep = PAYLOAD.replace("}", ",\"x\":" + "[".repeat(500) + "]".repeat(500) + "}");

    assertThat(reason(sign(header("EdDSA", "at+jwt"), deep))).isEqualTo(Reason.MALFORMED);
  }

  private TokenCheck check(String token) {
    return tokens.check(token);
  }

  private Reason reason(String token) {
    return switch (check(token)) {
      case Invalid(var reason) -> reason;
      case Valid valid -> throw new AssertionError("accepted: " + valid);
    };
  }

  private String header(String algorithm, String type) {
    return "{\"alg\":\"%s\",\"typ\":\"%s\",\"kid\":\"%s\"}".formatted(algorithm, type, key.id());
  }

  private String sign(String header, String payload) {
    return CompactJws.sign(header.getBytes(UTF_8), payload.getBytes(UTF_8), key.privateKey());
  }

  private static String signature(String token) {
    return token.substring(token.lastIndexOf('.') + 1);
  }

  private static String encode(String text) {
    return encode(text.getBytes(UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64Url.encode(bytes);
  }
}
