package dev.ashlar.identity.actor;

import java.util.Locale;

/// The one way in which an e-mail address is stored and looked for.
public final class EmailAddress {
  private EmailAddress() {}

  /// Without space around it and in small letters: nobody means another by a capital.
  public static String normalized(String address) {
    return address.strip().toLowerCase(Locale.ROOT);
  }
}
