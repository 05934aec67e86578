package io.github.keymend.lab.door;

import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.ServiceError;

/** A service that speaks the query protocol, form in, XML out; which one is told by the version of its API. */
interface QueryService {
  /** The version, such as {@code 2010-03-31}: no two services have the same. */
  String version();

  /** The namespace of its answers. */
  String namespace();

  /**
   * Runs one action: what is in the element {@code <Action>Result}.
   *
   * @throws ServiceError what the service answers instead
   */
  String result(Caller caller, QueryRequest request);

  /** The document of an answer. */
  default String call(Caller caller, QueryRequest request, String requestId) {
    String action = request.action();
    String result = result(caller, request);
    return "<" + action + "Response xmlns=\"" + namespace() + "\">"
        + Xml.element(action + "Result", result)
        + Xml.element("ResponseMetadata", Xml.text("RequestId", requestId)) + "</" + action
        + "Response>";
  }

  /** The document of an error. */
  default String error(ServiceError error, String requestId) {
    String inside = Xml.text("Type", error.status() < 500 ? "Sender" : "Receiver")
        + Xml.text("Code", error.type())
        + Xml.text("Message", error.text());
    return "<ErrorResponse xmlns=\"" + namespace() + "\">" + Xml.element("Error", inside)
        + Xml.text("RequestId", requestId) + "</ErrorResponse>";
  }
}
