package io.ploy.testkit.polymarket.auth;

import io.ploy.api.signing.Address;

/**
 * Who sent a request, proven by its credentials.
 *
 * @param signer the key's address the credentials belong to
 * @param apiKey the credentials' name, a UUID; orders carry it as owner
 */
public record Caller(Address signer, String apiKey) {}
