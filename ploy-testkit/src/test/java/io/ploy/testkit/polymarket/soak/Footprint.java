package io.ploy.testkit.polymarket.soak;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * What this process holds.
 *
 * @param heapBytes live after a collection
 * @param threads alive
 * @param files open, sockets included; -1 where the system does not say
 */
record Footprint(long heapBytes, long threads, long files) {
    private static final int MEGA = 1 << 20;

    static Footprint now() {
        System.gc();
        long files = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : -1;
        return new Footprint(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                files);
    }

    double megabytes() {
        return (double) heapBytes / MEGA;
    }
}
