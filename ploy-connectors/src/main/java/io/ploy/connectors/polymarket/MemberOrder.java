package io.ploy.connectors.polymarket;

import java.util.Arrays;

/**
 * Which member followed which the last time. The venue writes the members of one kind of object in one order, so that a
 * name is mostly known before it is read, and only has to be compared.
 */
final class MemberOrder {
    private final Member[] followers = new Member[Member.values().length];

    MemberOrder() {
        Arrays.fill(followers, Member.UNKNOWN);
    }

    Member after(Member previous) {
        return followers[previous.ordinal()];
    }

    void learn(Member previous, Member follower) {
        followers[previous.ordinal()] = follower;
    }
}
