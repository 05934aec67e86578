package io.github.keymend.lab.http;

import io.github.keymend.lab.asl.run.ExecutionListener;
import io.github.keymend.lab.http.control.StoreWish;
import io.github.keymend.lab.kms.SimulatedKms;
import io.github.keymend.lab.service.Place;
import io.github.keymend.lab.stage.Lab;
import io.github.keymend.lab.stage.LabSettings;
import java.util.List;

/** Makes the lab that a server serves: the wished stores, each with an empty secret for its correction. */
public final class ServedLab {
  private ServedLab() {}

  /** A lab with these stores; keymend may correct the credential of each from the secret {@code keymend/<store's name>}. */
  public static Lab of(LabSettings settings, List<StoreWish> stores) {
    LabSettings correcting = settings;
    for (int i = 0; i < stores.size(); i++) {
      correcting =
          correcting.correcting(SimulatedKms.idOf(i), secretArn(stores.get(i).name()));
    }
    var lab = new Lab(correcting, ExecutionListener.NONE);
    stores.forEach(wish -> {
      wish.grant(lab.kms());
      lab.aws().secrets().create(secretName(wish.name()));
    });
    return lab;
  }

  /** The secret of a store. */
  public static String secretName(String storeName) {
    return "keymend/" + storeName;
  }

  private static String secretArn(String storeName) {
    return Place.DEFAULT.arn("secretsmanager", "secret:" + secretName(storeName) + "-LabLab");
  }
}
