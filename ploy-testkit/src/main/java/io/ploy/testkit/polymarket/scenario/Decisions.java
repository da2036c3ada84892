package io.ploy.testkit.polymarket.scenario;

import io.ploy.testkit.polymarket.server.fault.Ending;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnFrame;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.wire.WireText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What becomes of an occasion that several faults strike. */
final class Decisions {
    private Decisions() {}

    /** Waits add up; the first loss wins, else the first refusal. */
    static OnRequest both(OnRequest first, OnRequest second) {
        if (second.equals(OnRequest.GO_ON)) {
            return first;
        }
        OnRequest ruling = first.ending().isPresent()
                        || (first.refusal().isPresent() && second.ending().isEmpty())
                ? first
                : second;
        return ruling.heldFor(first.hold().plus(second.hold()));
    }

    /** Waits add up, the second changed the first's answer, and the first cut wins. */
    static OnAnswer both(OnAnswer first, OnAnswer second) {
        return new OnAnswer(
                first.hold().plus(second.hold()),
                second.answer(),
                first.cut().isPresent() ? first.cut() : second.cut());
    }

    /** Asks about every frame that is left. */
    static OnFrame then(OnFrame first, Function<WireText, OnFrame> second) {
        List<OnFrame.Part> parts = new ArrayList<>(first.parts().size());
        Optional<Ending> ending = first.ending();
        for (OnFrame.Part part : first.parts()) {
            OnFrame each = second.apply(part.text());
            for (OnFrame.Part of : each.parts()) {
                parts.add(new OnFrame.Part(part.delay().plus(of.delay()), of.text()));
            }
            ending = ending.isPresent() ? ending : each.ending();
        }
        return new OnFrame(parts, ending);
    }
}
