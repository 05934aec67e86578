package io.github.keymend.lab.door;

import io.github.keymend.lab.service.Caller;
import io.github.keymend.lab.service.ServiceError;
import java.util.function.Predicate;

/**
 * Leads to simulated AWS where IAM allows some actions and refuses the others.
 *
 * @param router simulated AWS
 * @param caller who calls
 * @param allowed whether an action, such as {@code kms:ConnectCustomKeyStore}, is allowed
 */
public record PermittedWire(Router router, Caller caller, Predicate<String> allowed)
    implements Wire {
  @Override
  public WireResponse send(WireRequest request) {
    String action = IamAction.of(request);
    return allowed.test(action)
        ? router.route(caller, request)
        : router.refuse(request, ServiceError.accessDenied(action));
  }
}
