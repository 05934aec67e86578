package io.github.keymend.lab.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of keymend, as its jar says, and of the Java that runs it. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("(not packaged)");
    return new String[] {"keymend " + version, "Java " + Runtime.version()};
  }
}
