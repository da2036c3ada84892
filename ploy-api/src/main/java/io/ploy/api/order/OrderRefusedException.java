package io.ploy.api.order;

import io.ploy.api.PloyException;
import io.ploy.api.Stable;

/** An order cannot be made as asked, for example because its amounts cannot be represented. Nothing was sent. */
@Stable
public final class OrderRefusedException extends PloyException {
    private static final long serialVersionUID = 1L;

    /**
     * An order cannot be made.
     *
     * @param message which field, what was found and the nearest legal values
     */
    public OrderRefusedException(String message) {
        super(message);
    }
}
