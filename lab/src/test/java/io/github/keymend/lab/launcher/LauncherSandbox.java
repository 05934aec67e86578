package io.github.keymend.lab.launcher;

import io.github.keymend.lab.ProjectFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A copy of the launcher in a project of its own, on a PATH that has what POSIX has and the stand-ins that the test puts there. */
final class LauncherSandbox {
  private static final List<String> TOOLS =
      List.of("bash", "cat", "dirname", "find", "head", "mkdir", "mv", "readlink", "sed", "touch");
  private static final String SOURCE = "lab/src/main/Any.java";
  private final Path project;
  private final Path bin;

  /** What a run of the launcher left. */
  record Run(int status, String out, String err) {}

  LauncherSandbox(Path parent) throws IOException {
    project = Files.createDirectories(parent.resolve("my project"));
    bin = Files.createDirectories(parent.resolve("bin"));
    for (String folder : List.of("functions/src/main", "lab/src/main")) {
      Files.createDirectories(project.resolve(folder));
    }
    for (String source : List.of("pom.xml", "functions/pom.xml", "lab/pom.xml", SOURCE)) {
      Files.writeString(project.resolve(source), "");
    }
    Files.copy(ProjectFiles.path("keymend"), project.resolve("keymend"));
    for (String tool : TOOLS) {
      Files.createSymbolicLink(bin.resolve(tool), which(tool));
    }
  }

  private static Path which(String tool) {
    return Stream.of("/usr/bin", "/bin")
        .map(it -> Path.of(it, tool))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow();
  }

  /** A java that tells this version, else prints its arguments and ends with 7. */
  void java(String version) throws IOException {
    script(bin.resolve("java"), """
        if [ "$1" = -version ]; then echo 'openjdk version "%s" 2025-04-15' >&2; exit 0; fi
        printf '<%%s>' "$@"
        exit 7
        """.formatted(version));
  }

  /** A mvn that tells this version, else leaves what a build leaves, says something on standard output and ends with a status. */
  void mvn(String version, int status) throws IOException {
    script(bin.resolve("mvn"), """
        if [ "$1" = -version ]; then echo 'Apache Maven %s (abc)'; exit 0; fi
        echo "mvn $*"
        mkdir -p lab/target
        touch lab/target/keymend-lab.jar
        printf '/a.jar:/b c.jar' > lab/target/class-path
        exit %d
        """.formatted(version, status));
  }

  /** A tool that only ends with an error. */
  void brokenTool(String name) throws IOException {
    script(bin.resolve(name), "exit 1\n");
  }

  void editASource() throws IOException {
    Files.setLastModifiedTime(
        project.resolve(SOURCE), FileTime.from(Instant.now().plusSeconds(5)));
  }

  Path linkFromElsewhere(String name) throws IOException {
    return Files.createSymbolicLink(bin.resolve(name), project.resolve("keymend"));
  }

  Path project() throws IOException {
    return project.toRealPath();
  }

  Run run(String... arguments) throws Exception {
    return run(project.resolve("keymend"), arguments);
  }

  Run run(Path launcher, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(which("bash").toString(), launcher.toString()));
    command.addAll(List.of(arguments));
    Path out = bin.resolve("out.txt");
    Path err = bin.resolve("err.txt");
    var builder = new ProcessBuilder(command)
        .directory(bin.toFile())
        .redirectOutput(out.toFile())
        .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().put("PATH", bin.toString());
    Process process = builder.start();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the launcher did not end within 30 seconds");
    }
    return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static void script(Path file, String body) throws IOException {
    Files.write(file, ("#!/usr/bin/env bash\n" + body).getBytes(StandardCharsets.UTF_8));
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make " + file + " executable");
    }
  }
}
