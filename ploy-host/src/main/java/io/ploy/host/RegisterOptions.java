package io.ploy.host;

import io.ploy.core.deployment.DeploymentRegister;
import io.ploy.core.deployment.RegisterDamagedException;
import io.ploy.core.deployment.RegisterReading;
import io.ploy.core.deployment.RegisterSnapshot;
import io.ploy.host.console.CommandFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine.Parameters;

/** Which register a command is about. */
final class RegisterOptions {
    @Parameters(index = "0", paramLabel = "REGISTER", description = "The file that keeps deployments and evidence.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private Path file;

    /** The register, which has to be there. */
    DeploymentRegister existing(Clock clock) {
        return existing(file, clock);
    }

    /** A register that has to be there. */
    static DeploymentRegister existing(Path file, Clock clock) {
        if (!Files.isRegularFile(file)) {
            throw CommandFailure.badInput(
                    "There is no register at " + file + ". 'ploy deployments create " + file + " ID ...' makes one.");
        }
        return DeploymentRegister.at(file, clock);
    }

    /** The register, which may be made. */
    DeploymentRegister register(Clock clock) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            throw CommandFailure.badInput(file + " is no file in a folder that exists.");
        }
        return DeploymentRegister.at(file, clock);
    }

    /** Everything in a register, if it can be believed. */
    static RegisterSnapshot believed(RegisterReading reading) {
        return reading.fault()
                .<RegisterSnapshot>map(fault -> {
                    throw new RegisterDamagedException(fault
                            + ". Nothing in this register can be believed; put back a copy of it, with its head.");
                })
                .orElseGet(reading::snapshot);
    }
}
