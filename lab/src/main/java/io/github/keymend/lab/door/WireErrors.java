package io.github.keymend.lab.door;

import io.github.keymend.lab.service.ServiceError;

/** The errors of a request that reaches no operation; AWS "Common errors". */
final class WireErrors {
  private WireErrors() {}

  static ServiceError unknownOperation(String name) {
    return ServiceError.refusal(
        "UnknownOperationException", "The simulated AWS does not know the operation " + name);
  }

  static ServiceError malformedForm() {
    return new ServiceError(
        "MalformedQueryString", 404, "The query string contains a syntax error.");
  }

  static ServiceError notJson() {
    return Members.serialization("the body is not JSON");
  }
}
