package io.ploy.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibraryFileTest {
    @ParameterizedTest
    @CsvSource({"amd64, linux-x86_64", "x86_64, linux-x86_64", "aarch64, linux-aarch64", "arm64, linux-aarch64"})
    void theJarHasABuildForEachProcessor(String processor, String build) throws Exception {
        String resource = LibraryFile.resource("Linux", processor);

        assertThat(resource).contains("/" + build + "/");
        try (InputStream in = getClass().getClassLoader().getResourceAsStream(resource)) {
            assertThat(in).isNotNull();
            assertThat(in.readNBytes(4)).containsExactly(0x7f, 'E', 'L', 'F');
        }
    }

    @ParameterizedTest
    @CsvSource({"Windows 11, amd64", "Mac OS X, aarch64", "Linux, riscv64"})
    void otherMachinesAreToldWhyTheyHaveNone(String system, String processor) {
        assertThatThrownBy(() -> LibraryFile.resource(system, processor))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining(system + " on " + processor);
    }

    @Test
    void theFileIsPrivateAndGoneAfterwards() throws Exception {
        assumeTrue(TestKeys.expectedHere().contains(KeyImplementation.JNA), "no build of the library for this machine");
        Path path;

        try (LibraryFile file = LibraryFile.extract()) {
            path = file.path();

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rw-------");
            assertThat(path).isNotEmptyFile();
        }
        assertThat(path).doesNotExist();
    }
}
