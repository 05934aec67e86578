package io.github.keymend.lab.door;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keymend.lab.service.Caller;

/** A service that speaks AWS JSON: one operation per request, named in the header {@code X-Amz-Target}. */
interface JsonService {
  /** What stands before the dot of X-Amz-Target. */
  String targetPrefix();

  /** The version of the protocol, 1.0 or 1.1. */
  String jsonVersion();

  /**
   * Runs one operation: the members of its answer.
   *
   * @throws io.github.keymend.lab.service.ServiceError what the service answers instead
   */
  JsonNode call(Caller caller, String operation, Members request);
}
