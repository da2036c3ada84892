package io.ploy.connectors.polymarket.settlement;

/** What looking at an operation before it is signed can come to. */
sealed interface Prepared permits Plan, End {}
