package io.ploy.core.engine;

import io.ploy.api.PloyException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Asks the engine, from any thread, and waits for the answer. */
final class Question {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private final EngineExecutor executor;
    private volatile boolean running;

    Question(EngineExecutor executor) {
        this.executor = executor;
    }

    /** Says whether the engine's thread runs: while it does not, whoever asks answers himself. */
    void running(boolean runs) {
        running = runs;
    }

    <T> T ask(Supplier<T> question) {
        if (!running || executor.isEngineThread()) {
            return question.get();
        }
        CompletableFuture<T> answer = new CompletableFuture<>();
        executor.execute(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PloyException("interrupted while waiting for the engine", e);
        } catch (ExecutionException e) {
            throw new PloyException("the engine could not answer", e.getCause());
        } catch (TimeoutException e) {
            throw new PloyException("the engine did not answer within " + ANSWER_WITHIN.toSeconds() + " s", e);
        }
    }
}
