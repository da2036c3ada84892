package io.ploy.connectors.polymarket.account;

import io.ploy.connectors.polymarket.clob.AssetType;
import io.ploy.connectors.polymarket.clob.ClobAccountClient;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.paging.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several reads that prove something together, and what speaks against that. Each is tried although another failed, since
 * what it shows is evidence by itself.
 */
final class ReadProof {
    private static final Logger LOG = LoggerFactory.getLogger(ReadProof.class);

    private final ClobAccountClient client;
    private final Calm calm;
    private final List<String> flaws = new ArrayList<>();
    private boolean controlled;

    ReadProof(ClobAccountClient client, Calm calm) {
        this.client = client;
        this.calm = calm;
    }

    /**
     * Reads one thing.
     *
     * @param what in words
     * @param otherwise where it could not be read
     */
    <T> T read(String what, Supplier<T> read, T otherwise) {
        try {
            return read.get();
        } catch (RequestException e) {
            calm.failed(e);
            flaw(what + " could not be read: " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("reading {} failed by a mistake of the connector", what, e);
            flaw(what + " could not be read by a mistake of the connector, which is logged: " + e);
        }
        return otherwise;
    }

    /**
     * Reads a list. An empty one counts only if something else can be read with the same key: a key that lost its rights may
     * be answered with empty lists.
     *
     * @param what in words
     */
    <T> Listing<T> list(String what, Supplier<Listing<T>> read) {
        return read(what, () -> judged(what, read.get()), new Listing<>(List.of(), Listing.End.FAILED, "", null));
    }

    private <T> Listing<T> judged(String what, Listing<T> list) {
        if (list.isComplete()) {
            if (list.items().isEmpty()) {
                control();
            }
            return list;
        }
        flaw(what + " are not whole: " + list.end() + " " + list.detail());
        if (list.failure() != null) {
            calm.failed(list.failure());
        }
        return list;
    }

    private void control() {
        if (!controlled) {
            controlled = true;
            read(
                    "the balance, as a proof of the key,",
                    () -> Optional.of(client.balanceAllowance(AssetType.COLLATERAL, null)),
                    Optional.empty());
        }
    }

    /** Something speaks against it; empty words say nothing. */
    void flaw(String words) {
        if (!words.isEmpty()) {
            flaws.add(words);
        }
    }

    boolean isWhole() {
        return flaws.isEmpty();
    }

    /** What speaks against it, for people. */
    String flaws() {
        return String.join("; ", flaws);
    }
}
