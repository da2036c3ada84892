package io.ploy.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.RecordingException;
import io.ploy.api.order.OrderRefusedException;
import io.ploy.api.plugin.ParameterException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PloyExceptionTest {
    @Test
    void oneCatchReachesEveryBrokenPromise() {
        List<Exception> exceptions = List.of(
                new RecordingException("no such file", null),
                new OrderRefusedException("no key"),
                new ParameterException("size: found 'many'"));

        assertThat(exceptions)
                .allSatisfy(exception ->
                        assertThat(exception).isInstanceOf(PloyException.class).hasNoCause());
        assertThat(exceptions)
                .extracting(Exception::getMessage)
                .containsExactly("no such file", "no key", "size: found 'many'");
    }

    @Test
    void aRecordingThatCannotBeReadSaysWhy() {
        IOException cause = new IOException("disk");

        assertThat(new RecordingException("cannot read a.csv", cause))
                .hasMessage("cannot read a.csv")
                .hasCause(cause);
    }
}
