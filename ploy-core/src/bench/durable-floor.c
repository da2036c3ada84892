/* How often a second a disk takes a write for good: a preallocated file, overwritten in turn and flushed each time. */
#define _POSIX_C_SOURCE 200809L
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { FILE_BYTES = 64 << 20, BLOCK = 1 << 20 };

static int flush_for_good(int file) {
#ifdef F_FULLFSYNC
    return fcntl(file, F_FULLFSYNC);
#else
    return fdatasync(file);
#endif
}

static double now(void) {
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return (double) at.tv_sec + (double) at.tv_nsec / 1e9;
}

static int fail(const char *what) {
    perror(what);
    return 1;
}

int main(int count, char **arguments) {
    if (count != 4) {
        fprintf(stderr, "usage: durable-floor FILE BYTES SECONDS\n");
        return 2;
    }
    long bytes = strtol(arguments[2], NULL, 10);
    double seconds = strtod(arguments[3], NULL);
    if (bytes < 1 || bytes > BLOCK || seconds <= 0) {
        fprintf(stderr, "allowed: 1 to %d bytes, more than 0 seconds\n", BLOCK);
        return 2;
    }
    static char block[BLOCK];
    memset(block, 'p', sizeof block);
    int file = open(arguments[1], O_CREAT | O_RDWR | O_TRUNC, 0600);
    if (file < 0) {
        return fail("open");
    }
    for (long at = 0; at < FILE_BYTES; at += BLOCK) {
        if (pwrite(file, block, BLOCK, at) != BLOCK) {
            return fail("preallocate");
        }
    }
    if (fsync(file) != 0) {
        return fail("fsync");
    }
    long flushes = 0;
    long at = 0;
    double began = now();
    double ends = began + seconds;
    while (now() < ends) {
        if (at + bytes > FILE_BYTES) {
            at = 0;
        }
        if (pwrite(file, block, (size_t) bytes, at) != bytes || flush_for_good(file) != 0) {
            return fail("write");
        }
        at += bytes;
        flushes++;
    }
    printf("%.1f\n", (double) flushes / (now() - began));
    close(file);
    unlink(arguments[1]);
    return 0;
}
