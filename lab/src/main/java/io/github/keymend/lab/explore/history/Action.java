package io.github.keymend.lab.explore.history;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One thing that happens in a history, besides what keymend and KMS do by themselves. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Trouble.FailConnects.class, name = "failConnects"),
  @JsonSubTypes.Type(value = Trouble.RefuseConnects.class, name = "refuseConnects"),
  @JsonSubTypes.Type(value = Trouble.ConnectsTake.class, name = "connectsTake"),
  @JsonSubTypes.Type(value = Trouble.DisconnectsTake.class, name = "disconnectsTake"),
  @JsonSubTypes.Type(value = Trouble.Fixed.class, name = "fixed"),
  @JsonSubTypes.Type(value = Trouble.FailsNow.class, name = "failsNow"),
  @JsonSubTypes.Type(value = Trouble.CallsGoWrong.class, name = "callsGoWrong"),
  @JsonSubTypes.Type(value = Trouble.ReadsAre.class, name = "readsAre"),
  @JsonSubTypes.Type(value = Deed.Connects.class, name = "connects"),
  @JsonSubTypes.Type(value = Deed.Disconnects.class, name = "disconnects"),
  @JsonSubTypes.Type(value = Deed.Updates.class, name = "updates"),
  @JsonSubTypes.Type(value = Deed.Renames.class, name = "renames"),
  @JsonSubTypes.Type(value = Deed.Deletes.class, name = "deletes"),
  @JsonSubTypes.Type(value = Deed.Commands.class, name = "commands"),
  @JsonSubTypes.Type(value = Deed.ResetsBreaker.class, name = "resetsBreaker"),
  @JsonSubTypes.Type(value = Deed.StartsRepair.class, name = "startsRepair"),
  @JsonSubTypes.Type(value = Deed.ChangesPassword.class, name = "changesPassword"),
  @JsonSubTypes.Type(value = Deed.PutsSecret.class, name = "putsSecret"),
  @JsonSubTypes.Type(value = Weather.Trail.class, name = "trail"),
  @JsonSubTypes.Type(value = Weather.Sweeps.class, name = "sweeps"),
  @JsonSubTypes.Type(value = Weather.SweepsAre.class, name = "sweepsAre"),
  @JsonSubTypes.Type(value = Weather.Alarms.class, name = "alarms"),
  @JsonSubTypes.Type(value = Weather.Outage.class, name = "outage"),
  @JsonSubTypes.Type(value = Mishap.Meanwhile.class, name = "meanwhile"),
  @JsonSubTypes.Type(value = Mishap.Dies.class, name = "dies"),
  @JsonSubTypes.Type(value = Mishap.Stalls.class, name = "stalls"),
  @JsonSubTypes.Type(value = Mishap.Outlives.class, name = "outlives"),
  @JsonSubTypes.Type(value = Mishap.PortFails.class, name = "portFails"),
  @JsonSubTypes.Type(value = Mishap.EndsExecutions.class, name = "endsExecutions")
})
public sealed interface Action permits Trouble, Deed, Weather, Mishap {}
