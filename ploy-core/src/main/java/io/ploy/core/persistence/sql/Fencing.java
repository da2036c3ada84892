package io.ploy.core.persistence.sql;

/**
 * Who may write.
 *
 * @param account whose lease it is
 * @param token of the lease; 0 if there is none, and then nobody is kept out
 */
record Fencing(String account, long token) {
    boolean isNone() {
        return token == 0;
    }
}
