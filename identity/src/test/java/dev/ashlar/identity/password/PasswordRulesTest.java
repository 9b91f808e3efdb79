package dev.ashlar.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.identity.password.PasswordRules.Common;
import dev.ashlar.identity.password.PasswordRules.Personal;
import dev.ashlar.identity.password.PasswordRules.TooLong;
import dev.ashlar.identity.password.PasswordRules.TooShort;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PasswordRulesTest {
  private static final List<String> NAMES = List.of("Ada.Lovelace@example.com", "countess-ada");

  private final PasswordRules rules = PasswordRules.DEFAULT;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ashlar-demo",
        "staple battery horse",
        "tr0ub4dor&3xyz",
        "пароль из слов",
        "😀😁😂🤣😃😄😅😆😉😊",
        "password manager made this",
        "hello 98213 73819 11",
      })
  void acceptsWhatIsLongAndUnusual(String password) {
    assertThat(rules.check(password, NAMES)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1234567890",
        "9876543210",
        "qwertyuiop",
        "poiuytrewq",
        "PasswordPassword",
        "Password2024!",
        "P@ssw0rd123",
        "!!password!!",
        "iloveyouforever",
        "changemenow",
        "abcabcabcabc",
        "aaaaaaaaaaaa",
        "abcdefghijkl",
        "          ",
        "correct-horse-battery-staple",
      })
  void refusesWhatEverybodyGuesses(String password) {
    assertThat(rules.check(password, NAMES)).containsExactly(new Common());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ada.lovelace@example.com", "ADA.LOVELACE", " ada.lovelace ", "Countess-Ada"})
  void refusesTheAccountsOwnNames(String password) {
    assertThat(rules.check(password, NAMES)).containsExactly(new Personal());
  }

  @Property
  void refusesWhatIsTooShort(@ForAll @StringLength(max = 9) String password) {
    assertThat(rules.check(password, NAMES)).contains(new TooShort(10));
  }

  @Property
  void refusesWhatIsTooLong(
      @ForAll @AlphaChars @NumericChars @StringLength(min = 257, max = 600) String password) {
    assertThat(rules.check(password, NAMES)).containsExactly(new TooLong(256));
  }

  @Test
  void countsCharactersAndNotTheirParts() {
    assertThat(rules.check("😀😁😂🤣😃", NAMES)).containsExactly(new TooShort(10));
  }

  @Test
  void saysAllThatIsWrongAtOnce() {
    assertThat(rules.check("Admin", List.of("admin")))
        .containsExactly(new TooShort(10), new Common(), new Personal());
  }

  @Test
  void namesEachObjectionForProgramsAndForPeople() {
    assertThat(List.of(new TooShort(10), new TooLong(256), new Common(), new Personal()))
        .extracting(PasswordRules.Objection::code)
        .containsExactly(
            "password.too-short", "password.too-long", "password.common", "password.personal");
    assertThat(new TooShort(10).message()).startsWith("must have at least 10 characters");
  }

  @Test
  void refusesRulesThatProtectNobody() {
    assertThatThrownBy(() -> new PasswordRules(4, 20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 8");
  }
}
