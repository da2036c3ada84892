package io.ploy.strategies.dumphedge;

import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.CloseReason;
import io.ploy.api.order.Fill;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.strategies.fake.FakeOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Plays one window by chance: prices that crash and come back, and a venue that fills, refuses, delays and doubts. */
final class RandomVenue {
    private final Scene scene;
    private final SplittableRandom random;
    private final Runnable check;
    private final boolean mischief;
    private final List<Fill> unconfirmed = new ArrayList<>();
    private int handled;
    private long bid = 51;

    /**
     * Prepares a window.
     *
     * @param mischief whether fills are reversed, come late and orders are doubted
     * @param check called after every step
     */
    RandomVenue(long seed, boolean mischief, Runnable check, Scene scene) {
        this.scene = scene;
        this.mischief = mischief;
        this.check = check;
        random = new SplittableRandom(seed);
    }

    void run() {
        while (scene.context.now().isBefore(Scene.END.plusSeconds(5))) {
            scene.pass(random.nextDouble(0.1, 2));
            movePrices();
            check.run();
            playOrders();
            settle();
        }
        scene.resolve();
    }

    private void movePrices() {
        long step = random.nextInt(12) == 0 ? random.nextLong(-16, 17) : random.nextLong(-2, 3);
        bid = Math.min(96, Math.max(3, bid + step));
        long ask = bid + random.nextLong(1, 3);
        scene.quote(
                Price.ofMicros(bid * 10_000).toString(),
                Price.ofMicros(ask * 10_000).toString());
    }

    private void playOrders() {
        List<ClientOrderId> open = new ArrayList<>();
        scene.context.openOrders().forEach(order -> open.add(order.id()));
        for (ClientOrderId id : open) {
            if (scene.context.fakeOrder(id).isOpen()) {
                play(id);
                check.run();
            }
        }
    }

    private void play(ClientOrderId id) {
        FakeOrder order = scene.context.fakeOrder(id);
        if (order.lifecycle() == OrderLifecycle.UNKNOWN) {
            if (random.nextInt(3) == 0) {
                resolveDoubt(id);
            }
            return;
        }
        if (order.lifecycle() == OrderLifecycle.PENDING_NEW) {
            switch (random.nextInt(10)) {
                case 0 -> {
                    scene.context.reject(id);
                    return;
                }
                case 1 -> {
                    if (mischief) {
                        scene.context.doubt(id);
                        return;
                    }
                }
                default -> {}
            }
            scene.context.accept(id);
        }
        if (order.request().timeInForce().rests()) {
            playResting(id);
        } else {
            fillWhatCrosses(id);
            if (scene.context.fakeOrder(id).isOpen()) {
                scene.context.kill(id);
            }
        }
    }

    private void resolveDoubt(ClientOrderId id) {
        if (random.nextBoolean()) {
            scene.context.close(id, OrderLifecycle.CANCELLED, CloseReason.NOT_FOUND);
        } else {
            FakeOrder order = scene.context.fakeOrder(id);
            unconfirmed.add(scene.context.fill(id, order.request().limit(), part(order.remaining())));
            if (scene.context.fakeOrder(id).isOpen()) {
                scene.context.kill(id);
            }
        }
    }

    private void playResting(ClientOrderId id) {
        FakeOrder order = scene.context.fakeOrder(id);
        if (scene.context.cancels().contains(id) && random.nextBoolean()) {
            scene.context.cancelled(id);
        } else if (random.nextInt(20) == 0) {
            unconfirmed.add(scene.context.fill(id, order.request().limit(), part(order.remaining())));
        }
    }

    private void fillWhatCrosses(ClientOrderId id) {
        OrderRequest request = scene.context.fakeOrder(id).request();
        var book = scene.context.fakeBook(request.instrument());
        long price = request.side() == Side.BUY ? book.bestAskMicros() : book.bestBidMicros();
        boolean crosses = request.side() == Side.BUY
                ? price <= request.limit().micros()
                : price >= request.limit().micros();
        if (crosses && random.nextInt(5) > 0) {
            FakeOrder order = scene.context.fakeOrder(id);
            unconfirmed.add(scene.context.fill(id, Price.ofMicros(price), part(order.remaining())));
            order = scene.context.fakeOrder(id);
            if (order.isOpen() && random.nextBoolean()) {
                unconfirmed.add(scene.context.fill(id, Price.ofMicros(price), part(order.remaining())));
            }
        }
    }

    private Quantity part(Quantity whole) {
        return random.nextInt(3) > 0
                ? whole
                : Quantity.ofMicros(Math.max(10_000, random.nextLong(whole.micros())))
                        .min(whole);
    }

    private void settle() {
        if (unconfirmed.isEmpty() || random.nextBoolean()) {
            return;
        }
        Fill fill = unconfirmed.remove(random.nextInt(unconfirmed.size()));
        if (mischief && random.nextInt(6) == 0) {
            scene.context.reverse(fill);
        } else {
            scene.context.confirm(fill);
        }
        check.run();
        if (mischief && random.nextInt(30) == 0) {
            lateFill();
        }
        handled++;
    }

    private void lateFill() {
        ClientOrderId id = scene.context.lastOrder();
        FakeOrder order = scene.context.fakeOrder(id);
        Quantity missing = order.request().sharesAtLimit().minusOrZero(order.matched());
        if (!order.isOpen() && order.lifecycle() == OrderLifecycle.CANCELLED && !missing.isZero()) {
            unconfirmed.add(scene.context.fill(id, order.request().limit(), missing));
            check.run();
        }
    }

    int settled() {
        return handled;
    }
}
