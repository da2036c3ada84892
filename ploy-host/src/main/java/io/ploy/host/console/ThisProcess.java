package io.ploy.host.console;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this process is called where others may see it. */
public final class ThisProcess {
    private ThisProcess() {}

    /**
     * With its number.
     *
     * @param what it was started as
     */
    public static String named(String what) {
        return what + " (process " + ProcessHandle.current().pid() + ")";
    }

    /** Where it runs. */
    public static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a host without a name";
        }
    }
}
