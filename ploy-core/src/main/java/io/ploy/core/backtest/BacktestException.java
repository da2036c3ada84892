package io.ploy.core.backtest;

import io.ploy.api.PloyException;
import org.jspecify.annotations.Nullable;

/** A backtest cannot be run as asked. The message says what was found and what to do. */
public final class BacktestException extends PloyException {
    private static final long serialVersionUID = 1L;

    BacktestException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
