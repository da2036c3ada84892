import org.jspecify.annotations.NullMarked;

/** The words of the trade: what strategies, connectors, risk rules and applications are written against. */
@NullMarked
module io.ploy.api {
    requires transitive org.slf4j;
    requires transitive static org.jspecify;

    exports io.ploy.api;
    exports io.ploy.api.event;
    exports io.ploy.api.market;
    exports io.ploy.api.maths;
    exports io.ploy.api.money;
    exports io.ploy.api.notify;
    exports io.ploy.api.order;
    exports io.ploy.api.plugin;
    exports io.ploy.api.portfolio;
    exports io.ploy.api.risk;
    exports io.ploy.api.secret;
    exports io.ploy.api.signal;
    exports io.ploy.api.signing;
    exports io.ploy.api.strategy;
    exports io.ploy.api.venue;
}
