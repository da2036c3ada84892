package io.ploy.connectors.polymarket.data;

/** Which version of the indexer is asked for positions, trades, activity and value. */
public enum DataVersion {
    /** The first. Sources disagree on whether it still answers. */
    V1,
    /** The second, since September 2026. */
    V2
}
