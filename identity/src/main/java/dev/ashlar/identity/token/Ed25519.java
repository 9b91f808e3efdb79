package dev.ashlar.identity.token;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// Ed25519 (RFC 8032) by the JDK, with keys as the 32 bytes that JSON Web Keys carry.
final class Ed25519 {
  static final int KEY_BYTES = 32;
  static final int SIGNATURE_BYTES = 64;

  private static final String NAME = "Ed25519";

  /// What RFC 8410 puts before the 32 bytes of a public key.
  private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private Ed25519() {}

  static KeyPair generate() {
    try {
      return KeyPairGenerator.getInstance(NAME).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  static byte[] sign(PrivateKey key, byte[] message) {
    try {
      var signature = Signature.getInstance(NAME);
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  static boolean verify(PublicKey key, byte[] message, byte[] signed) {
    try {
      var signature = Signature.getInstance(NAME);
      signature.initVerify(key);
      signature.update(message);
      return signature.verify(signed);
    } catch (SignatureException _) {
      return false; // Not even the form of a signature.
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  static byte[] bytes(PublicKey key) {
    var encoded = key.getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
  }

  static byte[] bytes(PrivateKey key) {
    if (key instanceof EdECPrivateKey ed25519) {
      return ed25519.getBytes().orElseThrow();
    }
    throw new IllegalArgumentException("not an Ed25519 key: " + key.getAlgorithm());
  }

  /// @throws IllegalArgumentException when the bytes are no key, or the two halves do not belong
  ///   together
  static KeyPair pair(byte[] publicBytes, byte[] privateBytes) {
    try {
      var factory = KeyFactory.getInstance(NAME);
      var encoded = Arrays.copyOf(PREFIX, PREFIX.length + publicBytes.length);
      System.arraycopy(publicBytes, 0, encoded, PREFIX.length, publicBytes.length);
      var pair =
          new KeyPair(
              factory.generatePublic(new X509EncodedKeySpec(encoded)),
              factory.generatePrivate(
                  new EdECPrivateKeySpec(NamedParameterSpec.ED25519, privateBytes)));
      var probe = PREFIX;
      if (!verify(pair.getPublic(), probe, sign(pair.getPrivate(), probe))) {
        throw new IllegalArgumentException(
            "the public and the private half of an Ed25519 key do not belong together");
      }
      return pair;
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an Ed25519 key: " + e.getMessage(), e);
    }
  }

  private static IllegalStateException missing(GeneralSecurityException e) {
    return new IllegalStateException(
        "this JDK cannot sign with Ed25519, which its provider SunEC brings: " + e.getMessage(), e);
  }
}
