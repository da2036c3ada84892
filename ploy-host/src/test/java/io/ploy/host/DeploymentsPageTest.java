package io.ploy.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/deployments.md print what stands there, one after the other. */
class DeploymentsPageTest {
    private static final Pattern RUN =
            Pattern.compile("<!-- run(?:, ([a-z ]+))? -->\\s*```console\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    @TempDir
    Path folder;

    @Test
    void everyCommandPrintsWhatStandsThere() throws IOException, URISyntaxException {
        DeploymentsWay way = new DeploymentsWay(folder);
        way.record(100);
        Matcher run = RUN.matcher(Files.readString(Path.of("../docs/deployments.md")));
        int commands = 0;
        while (run.find()) {
            String how = String.valueOf(run.group(1));
            way.prepare(how);
            for (String part : run.group(2).replace("\\\n", "").split("(?m)^\\$ ")) {
                if (!part.isEmpty()) {
                    String command = part.substring(0, part.indexOf('\n'));
                    String printed = way.run(words(command));
                    String shown = part.substring(part.indexOf('\n') + 1);
                    assertThat(comparable(how.equals("the end of it") ? end(printed, shown) : printed))
                            .as(command)
                            .isEqualTo(comparable(shown));
                    commands++;
                }
            }
        }
        assertThat(commands).isEqualTo(14);
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return words.subList(1, words.size());
    }

    private static String end(String printed, String shown) {
        List<String> lines = printed.lines().toList();
        int keep = (int) shown.lines().count();
        return lines.subList(Math.max(0, lines.size() - keep), lines.size()).stream()
                .collect(Collectors.joining("\n"));
    }

    /** Hashes, places and the widths of columns depend on the machine. */
    private static String comparable(String text) {
        return text.lines()
                .map(line -> line.replaceAll("[0-9a-f]{64}", "HASH")
                        .replaceAll("\\b[0-9a-f]{12}\\b", "HASH")
                        .replaceAll(" +", " ")
                        .strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
