package io.github.keymend.lab.http;

/** What is done with requests under one path; exactly one of these is called for each. */
interface RequestHandler {
  /** All of the request is there. */
  void whole(Exchange exchange, byte[] body);

  /** Its body is larger than {@link Arrival#MAX_BYTES}. */
  void tooLarge(Exchange exchange);

  /** Its body did not come in time. */
  void late(Exchange exchange);
}
