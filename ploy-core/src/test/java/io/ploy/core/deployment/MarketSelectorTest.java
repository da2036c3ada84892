package io.ploy.core.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MarketSelectorTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            *                                 | anything                 | true
            btc-updown-15m-*                  | btc-updown-15m-177000    | true
            btc-updown-15m-*                  | btc-updown-5m-177000     | false
            btc-updown-15m-*                  | btc-updown-15m-          | true
            *-15m-*                           | eth-updown-15m-1         | true
            a*b*c                             | aXbXbXc                  | true
            a*b*c                             | aXbXbX                   | false
            btc,eth                           | eth                      | true
            btc,eth                           | ethx                     | false
            """)
    void aSlugIsMeantOrNot(String patterns, String slug, boolean expected) {
        assertThat(MarketSelector.parse(patterns).matches(slug)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a,,b", "a b", "a?"})
    void otherLettersAreNoPattern(String text) {
        assertThatThrownBy(() -> MarketSelector.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoSelectorsOverlapExactlyIfSomeSlugIsMeantByBoth() {
        List<String> slugs = slugs();
        SplittableRandom random = new SplittableRandom(5);
        int overlapping = 0;

        for (int i = 0; i < 3_000; i++) {
            String a = pattern(random);
            String b = pattern(random);
            MarketSelector first = MarketSelector.parse(a);
            MarketSelector second = MarketSelector.parse(b);

            boolean both = slugs.stream().anyMatch(slug -> first.matches(slug) && second.matches(slug));

            assertThat(first.overlaps(second)).as(a + " and " + b).isEqualTo(both);
            assertThat(second.overlaps(first)).as(b + " and " + a).isEqualTo(both);
            overlapping += both ? 1 : 0;
        }
        assertThat(overlapping).isBetween(500, 2_500);
    }

    @Test
    void matchingIsWhatARegularExpressionSays() {
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < 1_000; i++) {
            String pattern = pattern(random);
            Pattern same = Pattern.compile(pattern.replace("*", ".*"));
            MarketSelector selector = MarketSelector.parse(pattern);
            for (String slug : slugs().subList(0, 60)) {
                assertThat(selector.matches(slug))
                        .as(pattern + " on " + slug)
                        .isEqualTo(same.matcher(slug).matches());
            }
        }
    }

    private static String pattern(SplittableRandom random) {
        StringBuilder pattern = new StringBuilder();
        int length = random.nextInt(1, 5);
        for (int i = 0; i < length; i++) {
            pattern.append("ab*".charAt(random.nextInt(3)));
        }
        return pattern.toString();
    }

    /** Every text of a and b up to the length at which two such patterns must have met. */
    private static List<String> slugs() {
        List<String> all = new ArrayList<>(List.of(""));
        for (int from = 0; all.get(all.size() - 1).length() < 8; from++) {
            all.add(all.get(from) + "a");
            all.add(all.get(from) + "b");
        }
        return all;
    }
}
