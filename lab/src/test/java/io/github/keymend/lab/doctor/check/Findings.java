package io.github.keymend.lab.doctor.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keymend.lab.doctor.Finding;
import io.github.keymend.lab.doctor.Sight;
import java.util.List;

/** Assertions on findings. */
final class Findings {
  private Findings() {}

  static void fine(List<Finding> findings, String seen) {
    assertThat(findings).isNotEmpty().allMatch(Finding.Fine.class::isInstance);
    assertThat(findings).anySatisfy(it -> assertThat(it.seen()).contains(seen));
  }

  static void warning(List<Finding> findings, String seen, String remedy) {
    assertThat(findings).noneMatch(Finding.Fault.class::isInstance);
    assertThat(findings)
        .anySatisfy(it -> assertThat(it).isInstanceOfSatisfying(Finding.Warning.class, warning -> {
          assertThat(warning.seen()).contains(seen);
          assertThat(warning.advice().why()).isNotBlank();
          assertThat(warning.advice().remedy()).contains(remedy);
        }));
  }

  static void fault(List<Finding> findings, String seen, String remedy) {
    assertThat(findings)
        .anySatisfy(it -> assertThat(it).isInstanceOfSatisfying(Finding.Fault.class, fault -> {
          assertThat(fault.seen()).contains(seen);
          assertThat(fault.advice().why()).isNotBlank();
          assertThat(fault.advice().remedy()).contains(remedy);
        }));
  }

  static void cannotTell(List<Finding> findings, String permission) {
    assertThat(findings).singleElement().isInstanceOfSatisfying(Finding.CannotTell.class, it -> {
      assertThat(it.seen()).contains(permission);
      assertThat(it.advice().remedy()).contains(permission);
    });
  }

  static <T> Sight<T> denied(String permission) {
    return new Sight.Denied<>(permission);
  }

  static <T> Sight<T> absent(String what) {
    return new Sight.Absent<>(what + " does not exist");
  }
}
