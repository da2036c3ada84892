package io.ploy.core.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The native library as a file, for as long as it takes to load it: only files can be loaded, and it comes in a jar. */
final class LibraryFile implements AutoCloseable {
    private final Path path;

    private LibraryFile(Path path) {
        this.path = path;
    }

    /** Writes the library to a file that only this user can read. */
    static LibraryFile extract() throws UnavailableException {
        String resource = resource(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        try (InputStream in = LibraryFile.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new UnavailableException(resource + " is not on the class path");
            }
            Path path = Files.createTempFile("ploy-secp256k1-", ".so");
            LibraryFile file = new LibraryFile(path);
            // Written into, not replaced: a new file would be readable by others.
            try (OutputStream out = Files.newOutputStream(path)) {
                in.transferTo(out);
            } catch (IOException e) {
                file.close();
                throw e;
            }
            return file;
        } catch (IOException e) {
            throw new UnavailableException("no file could be written to the temporary folder "
                    + System.getProperty("java.io.tmpdir") + ": " + e);
        }
    }

    /** Where the jar keeps the build for a machine. */
    static String resource(String system, String processor) throws UnavailableException {
        String build = switch (processor) {
            case "amd64", "x86_64" -> "linux-x86_64";
            case "aarch64", "arm64" -> "linux-aarch64";
            default -> "";
        };
        if (!system.equals("Linux") || build.isEmpty()) {
            throw new UnavailableException("there is a build for Linux on x86-64 and on ARM64 only, and this is "
                    + system + " on " + processor);
        }
        return "fr/acinq/secp256k1/jni/native/" + build + "/libsecp256k1-jni.so";
    }

    Path path() {
        return path;
    }

    /** Removes the file. What was loaded from it stays loaded. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }
}
