package io.ploy.host.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.host.console.JsonText;
import io.ploy.host.report.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder by which commands reach a host. Every file in it appears whole or not at all, and only its owner may write
 * there, where the system knows owners.
 */
public final class ControlFolder {
    private static final String FLAG = "KILL";
    private static final String STATUS = "status.json";
    private static final String ENDING = ".json";

    private final Path folder;
    private final Path commands;
    private final Path answers;

    /**
     * A folder that may not be there yet.
     *
     * @param folder where
     */
    public ControlFolder(Path folder) {
        this.folder = folder;
        commands = folder.resolve("commands");
        answers = folder.resolve("answers");
    }

    /**
     * Makes it, if it is not there.
     *
     * @throws IOException if that cannot be
     */
    void make() throws IOException {
        FileAttribute<?>[] own =
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                        }
                        : new FileAttribute<?>[0];
        Files.createDirectories(folder, own);
        Files.createDirectories(commands, own);
        Files.createDirectories(answers, own);
    }

    void raise(KillFlag flag) throws IOException {
        write(folder.resolve(FLAG), ControlText.of(flag));
    }

    /** The flag, if it is there. One that cannot be read is there too. */
    Optional<KillFlag> flag() {
        Path file = folder.resolve(FLAG);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ControlText.flag(Files.readString(file, StandardCharsets.UTF_8)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(KillFlag.UNSIGNED);
        }
    }

    void lowerFlag() throws IOException {
        Files.deleteIfExists(folder.resolve(FLAG));
    }

    /** A name that no other command has. */
    String newId() throws IOException {
        Path reserved = Files.createTempFile(answers, "a", ".asked");
        String name = String.valueOf(reserved.getFileName());
        return name.substring(0, name.length() - ".asked".length());
    }

    void ask(String id, ControlCommand command) throws IOException {
        write(commands.resolve(id + ENDING), ControlText.of(command));
    }

    /** What was asked and not answered, the names in their order. */
    List<String> asked() throws IOException {
        try (Stream<Path> files = Files.list(commands)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(ENDING) && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }

    /** A command, taken away so that it is carried out once; absent if it makes no sense or was withdrawn. */
    Optional<ControlCommand> take(String id) throws IOException {
        Path file = commands.resolve(id + ENDING);
        try {
            Optional<ControlCommand> command = ControlText.command(Files.readString(file, StandardCharsets.UTF_8));
            return Files.deleteIfExists(file) ? command : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void answer(String id, ControlAnswer answer) throws IOException {
        write(answers.resolve(id + ENDING), ControlText.of(answer));
    }

    Optional<ControlAnswer> takeAnswer(String id) throws IOException {
        Path file = answers.resolve(id + ENDING);
        try {
            Optional<ControlAnswer> answer = ControlText.answer(Files.readString(file, StandardCharsets.UTF_8));
            Files.deleteIfExists(file);
            return answer;
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Nobody waits for an answer any more. */
    void withdraw(String id) throws IOException {
        Files.deleteIfExists(commands.resolve(id + ENDING));
        Files.deleteIfExists(answers.resolve(id + ENDING));
        Files.deleteIfExists(answers.resolve(id + ".asked"));
    }

    /** Forgets what earlier commands left: whoever asked is not there any more. */
    void clear() throws IOException {
        for (String id : asked()) {
            withdraw(id);
        }
        List<Path> left;
        try (Stream<Path> files = Files.list(answers)) {
            left = new ArrayList<>(
                    files.filter(file -> file.toString().endsWith(ENDING)).toList());
        }
        for (Path file : left) {
            Files.deleteIfExists(file);
        }
    }

    void publish(ObjectNode status) throws IOException {
        write(folder.resolve(STATUS), status);
    }

    void unpublish() throws IOException {
        Files.deleteIfExists(folder.resolve(STATUS));
    }

    /** What a host wrote last; absent if none does, or it ended in order. */
    Optional<ObjectNode> status() throws IOException {
        try {
            return ControlText.read(Files.readString(folder.resolve(STATUS), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static void write(Path file, ObjectNode content) throws IOException {
        AtomicFile.write(file, out -> out.write(JsonText.of(content)));
    }

    /** Where it is. */
    @Override
    public String toString() {
        return folder.toString();
    }
}
