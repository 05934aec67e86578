package io.github.keymend.lab.explore.core;

import io.github.keymend.domain.message.Commands;
import io.github.keymend.domain.message.Letters;
import io.github.keymend.lab.explore.stage.AnotherLooks;
import io.github.keymend.lab.explore.stage.Machinery;
import io.github.keymend.lab.explore.stage.Props;
import io.github.keymend.lab.stage.CountingMeter;
import io.github.keymend.lab.stage.Functions;
import io.github.keymend.step.CloseHandler;
import io.github.keymend.step.ConnectHandler;
import io.github.keymend.step.CorrectHandler;
import io.github.keymend.step.DiagnoseHandler;
import io.github.keymend.step.DisconnectHandler;
import io.github.keymend.step.LookHandler;
import io.github.keymend.step.OpenHandler;
import io.github.keymend.step.ParkHandler;
import io.github.keymend.step.SweepHandler;
import io.github.keymend.step.TellHandler;
import io.github.keymend.step.World;
import java.util.function.UnaryOperator;

/** The handlers, each in the role of its own function. */
final class CoreSteps {
  final OpenHandler open;
  final LookHandler look;
  final DiagnoseHandler diagnose;
  final DisconnectHandler disconnect;
  final CorrectHandler correct;
  final ConnectHandler connect;
  final ParkHandler park;
  final CloseHandler close;
  final TellHandler tell;
  final SweepHandler sweep;

  CoreSteps(Props props, Machinery machinery, UnaryOperator<World> change) {
    open = new OpenHandler(world(props, machinery, change, "OpenFunction"));
    look = new LookHandler(world(props, machinery, change, "LookFunction"));
    diagnose = new DiagnoseHandler(world(props, machinery, change, "DiagnoseFunction"));
    disconnect = new DisconnectHandler(world(props, machinery, change, "DisconnectFunction"));
    correct = new CorrectHandler(world(props, machinery, change, "CorrectFunction"));
    connect = new ConnectHandler(world(props, machinery, change, "ConnectFunction"));
    park = new ParkHandler(world(props, machinery, change, "ParkFunction"));
    close = new CloseHandler(world(props, machinery, change, "CloseFunction"));
    tell = new TellHandler(world(props, machinery, change, "TellFunction"));
    sweep = new SweepHandler(world(props, machinery, change, "SweepFunction"));
  }

  private World world(
      Props props, Machinery machinery, UnaryOperator<World> change, String function) {
    CorePorts ports =
        new CorePorts(props.aws().get(), Functions.role(function), props.topicArn(), machinery);
    return change.apply(props
        .fused()
        .world(new World(
            ports,
            ports,
            ports,
            props.items(),
            props.breaker(),
            ports,
            ports,
            new AnotherLooks(),
            new AnotherLooks(),
            props.settings(),
            new Letters(new Commands(props.stateMachineArn())),
            new CountingMeter(),
            props.timeline().clock())));
  }
}
