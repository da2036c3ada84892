package io.ploy.core.history;

import io.ploy.api.order.Fill;

/** Books what the orders' ledger concludes about fills. */
interface FillBooking {
    void book(String strategy, Fill fill);

    void confirm(String strategy, Fill fill);

    void reverse(String strategy, Fill fill);
}
