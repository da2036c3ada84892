package io.ploy.connectors.polymarket.http;

/**
 * What a signer may still do.
 *
 * @param signer whose budget
 * @param tier as the venue last named it, or the first of the settings
 * @param orders that may be placed at once now
 * @param cancels that may be made at once now; fewer than none in debt
 * @param warnings how many answers said that the limits were exceeded
 */
public record SignerReport(String signer, String tier, long orders, long cancels, long warnings) {}
