package io.ploy.connectors.recording;

import io.ploy.api.market.Recording;
import io.ploy.api.market.RecordingException;
import io.ploy.api.market.RecordingFormat;
import io.ploy.api.market.RecordingProblems;
import io.ploy.connectors.polymarket.VenueMarket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One window in play: the books of the first outcome in {@code book_up.jsonl}, the trades of both in
 * {@code last_trade_price.jsonl} beside it. When a frame was received is not known; its venue time stands for it.
 */
public final class InPlayFormat implements RecordingFormat {
    private static final Pattern NAME =
            Pattern.compile("(book_up|last_trade_price|locked_price_change_then_book)\\.jsonl(?:\\.gz)?");

    /** For {@code ServiceLoader}. */
    public InPlayFormat() {}

    @Override
    public String name() {
        return "btc15m-inplay";
    }

    @Override
    public String description() {
        return "books and trades of one window in play, book_up.jsonl[.gz] and last_trade_price.jsonl[.gz] together";
    }

    @Override
    public boolean accepts(Path file) {
        return NAME.matcher(FileNames.of(file)).matches()
                && InPlayMarket.find(file, "book_up").isPresent()
                && InPlayMarket.find(file, "last_trade_price").isPresent();
    }

    @Override
    public Recording open(Path file, RecordingProblems problems) {
        Matcher name = NAME.matcher(FileNames.of(file));
        if (!name.matches() || !Files.isRegularFile(file)) {
            throw new RecordingException(file + " is no in-play recording", null);
        }
        VenueMarket market = InPlayMarket.read(file);
        return new InPlayRecording(
                file,
                new LineReader(StoredInput.open(file)),
                problems,
                market,
                name.group(1).equals("book_up"));
    }
}
