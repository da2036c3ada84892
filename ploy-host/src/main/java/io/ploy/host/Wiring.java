package io.ploy.host;

import io.ploy.host.backtest.BacktestRunner;
import io.ploy.host.backtest.EngineBacktest;
import io.ploy.host.demo.DemoRunner;
import io.ploy.host.demo.EngineDemo;
import io.ploy.host.demo.WireDemo;
import io.ploy.host.plugin.PluginFolder;
import io.ploy.host.plugin.PluginListing;
import io.ploy.host.simulate.LoopbackVenue;
import java.nio.file.Path;

/**
 * What the commands work with.
 *
 * @param plugins looks into a folder of plugins
 * @param backtests runs backtests
 * @param demos runs demos
 * @param wireDemos runs demos whose venue is reached over the wire
 * @param pluginsFolder where plugins are unless told otherwise
 */
record Wiring(
        PluginListing plugins, BacktestRunner backtests, DemoRunner demos, DemoRunner wireDemos, Path pluginsFolder) {
    /** What the process works with. */
    static Wiring ofProcess() {
        return new Wiring(
                PluginFolder::list,
                new EngineBacktest(),
                new EngineDemo(),
                new WireDemo(LoopbackVenue::open),
                Installation.pluginsFolder());
    }
}
