package io.github.keymend.lab.kms;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.keymend.lab.service.ServiceError;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encryption for rehearsals: what comes out can only be opened with the same key and context, and a changed byte is noticed,
 * but everybody can compute the keys, and the "random" bytes are the same in every run. It protects nothing.
 */
final class FakeCrypto {
  private static final int KEY_ID = 36;
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private long made;

  /** The blob: the key's id, a nonce, the sealed text. */
  byte[] seal(StoreKey key, byte[] plaintext, Map<String, String> context) {
    byte[] nonce = bytes(NONCE);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key, nonce, context, plaintext);
    return ByteBuffer.allocate(KEY_ID + NONCE + sealed.length)
        .put(key.id().getBytes(UTF_8))
        .put(nonce)
        .put(sealed)
        .array();
  }

  byte[] open(StoreKey key, byte[] blob, Map<String, String> context) {
    byte[] nonce = Arrays.copyOfRange(blob, KEY_ID, KEY_ID + NONCE);
    byte[] sealed = Arrays.copyOfRange(blob, KEY_ID + NONCE, blob.length);
    return crypt(Cipher.DECRYPT_MODE, key, nonce, context, sealed);
  }

  /** The id of the key that made a blob. */
  static String keyId(byte[] blob) {
    String id = new String(blob, 0, Math.min(KEY_ID, blob.length), UTF_8);
    if (blob.length < KEY_ID + NONCE + TAG_BITS / 8 || !id.matches("[0-9a-f-]{36}")) {
      throw invalid();
    }
    return id;
  }

  /** So many bytes, others with each call. */
  byte[] bytes(int count) {
    var out = ByteBuffer.allocate(count);
    long call = ++made;
    for (int block = 0; out.hasRemaining(); block++) {
      byte[] hash = hash("bytes-" + call + "-" + block);
      out.put(hash, 0, Math.min(hash.length, out.remaining()));
    }
    return out.array();
  }

  private static byte[] crypt(
      int mode, StoreKey key, byte[] nonce, Map<String, String> context, byte[] text) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      var secret = new SecretKeySpec(hash(key.arn()), "AES");
      cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(new TreeMap<>(context).toString().getBytes(UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw invalid();
    }
  }

  private static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static ServiceError invalid() {
    return ServiceError.refusal(
        "InvalidCiphertextException",
        "The ciphertext is corrupted, missing, or otherwise invalid, or its encryption context"
            + " differs.");
  }
}
