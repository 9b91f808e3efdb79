package dev.ashlar.identity.password;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Which passwords are accepted, in the manner of NIST SP 800-63B: long enough, not among those
/// that everybody guesses first, not the account's own name; no rules about kinds of characters.
///
/// @param minLength the fewest characters (code points)
/// @param maxLength the most
public record PasswordRules(int minLength, int maxLength) {
  /// From 10 to 256 characters.
  public static final PasswordRules DEFAULT = new PasswordRules(10, 256);

  private static final int SHORTEST = 8;
  private static final int LONGEST = 1_024;

  public PasswordRules {
    if (minLength < SHORTEST || maxLength > LONGEST || minLength > maxLength) {
      throw new IllegalArgumentException(
          "passwords of %d to %d characters cannot be asked for: the fewest must be at least %d, the most at most %d"
              .formatted(minLength, maxLength, SHORTEST, LONGEST));
    }
  }

  /// What speaks against a password, all at once; empty when it is accepted.
  ///
  /// @param names what the account is known by: its e-mail address, its user name
  public List<Objection> check(String password, Collection<String> names) {
    var objections = new ArrayList<Objection>();
    int length = password.codePointCount(0, password.length());
    if (length < minLength) {
      objections.add(new TooShort(minLength));
    }
    if (length > maxLength) {
      objections.add(new TooLong(maxLength));
    } else if (CommonPasswords.contains(password)) {
      objections.add(new Common());
    }
    if (names.stream().anyMatch(name -> isName(password, name))) {
      objections.add(new Personal());
    }
    return List.copyOf(objections);
  }

  private static boolean isName(String password, String name) {
    var said = password.strip().toLowerCase(Locale.ROOT);
    var whole = name.strip().toLowerCase(Locale.ROOT);
    int at = whole.lastIndexOf('@');
    return said.equals(whole) || (at > 0 && said.equals(whole.substring(0, at)));
  }

  /// Why a password is refused.
  public sealed interface Objection {
    /// A stable name of the reason, for programs.
    String code();

    /// The reason and what to do about it, for people.
    String message();
  }

  /// It has too few characters.
  public record TooShort(int least) implements Objection {
    @Override
    public String code() {
      return "password.too-short";
    }

    @Override
    public String message() {
      return "must have at least " + least + " characters; several words are easy to remember";
    }
  }

  /// It has too many characters.
  public record TooLong(int most) implements Objection {
    @Override
    public String code() {
      return "password.too-long";
    }

    @Override
    public String message() {
      return "must have at most " + most + " characters";
    }
  }

  /// It is among those that are guessed first.
  public record Common() implements Objection {
    @Override
    public String code() {
      return "password.common";
    }

    @Override
    public String message() {
      return "is among the passwords that are guessed first; choose one that is not in use elsewhere";
    }
  }

  /// It is the account's own name or address.
  public record Personal() implements Objection {
    @Override
    public String code() {
      return "password.personal";
    }

    @Override
    public String message() {
      return "must not be the account's own name or e-mail address";
    }
  }
}
