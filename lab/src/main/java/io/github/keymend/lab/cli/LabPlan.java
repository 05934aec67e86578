package io.github.keymend.lab.cli;

import io.github.keymend.lab.http.control.Scenario;
import io.github.keymend.lab.http.control.StoreWish;
import io.github.keymend.lab.kms.Switches;
import java.net.InetAddress;
import java.util.List;

/**
 * The lab that is to be served.
 *
 * @param host the loopback address
 * @param port the port
 * @param speed virtual seconds per real second
 * @param mode how keymend is deployed
 * @param stores what it starts with
 * @param scenario what happens by itself
 * @param switches what KMS does where AWS does not say
 * @param triggers whether sweep and events run
 * @param throttled whether the documented request quotas hold
 */
record LabPlan(
    InetAddress host,
    int port,
    double speed,
    String mode,
    List<StoreWish> stores,
    Scenario scenario,
    Switches switches,
    boolean triggers,
    boolean throttled) {}
