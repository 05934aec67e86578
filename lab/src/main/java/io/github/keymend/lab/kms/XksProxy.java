package io.github.keymend.lab.kms;

import java.util.LinkedHashSet;
import java.util.Set;

/** An external key store proxy, as far as KMS sees it at a connect: which credentials it accepts. */
public final class XksProxy {
  private final String uriEndpoint;
  private final Set<XksCredential> accepted = new LinkedHashSet<>();

  /** A proxy that answers at {@code uriEndpoint} and accepts {@code credential}. */
  public XksProxy(String uriEndpoint, XksCredential credential) {
    this.uriEndpoint = uriEndpoint;
    accepted.add(credential);
  }

  /** Where it answers. */
  public String uriEndpoint() {
    return uriEndpoint;
  }

  /** Whether it lets a caller with {@code credential} in. */
  public boolean accepts(XksCredential credential) {
    return accepted.contains(credential);
  }

  /** Its administrator adds a second credential, as for a rotation without an outage. */
  public void accept(XksCredential credential) {
    accepted.add(credential);
  }

  /** Its administrator replaces every credential by {@code credential}. */
  public void acceptOnly(XksCredential credential) {
    accepted.clear();
    accepted.add(credential);
  }

  /** Its administrator removes every credential. */
  public void acceptNone() {
    accepted.clear();
  }
}
