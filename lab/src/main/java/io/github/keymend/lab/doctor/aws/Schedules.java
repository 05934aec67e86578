package io.github.keymend.lab.doctor.aws;

import io.github.keymend.lab.doctor.Sight;
import io.github.keymend.lab.doctor.seen.Schedule;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;

/** Asks EventBridge Scheduler. */
final class Schedules {
  private final SchedulerClient client;

  Schedules(SchedulerClient client) {
    this.client = client;
  }

  Sight<Schedule> schedule(String name) {
    return Ask.of("scheduler:GetSchedule", "the schedule " + name, () -> {
      GetScheduleResponse schedule = client.getSchedule(request -> request.name(name));
      return new Schedule(
          schedule.name(),
          schedule.state() == ScheduleState.ENABLED,
          schedule.scheduleExpression(),
          schedule.target().arn());
    });
  }
}
