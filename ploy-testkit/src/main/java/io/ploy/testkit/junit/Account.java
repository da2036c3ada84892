package io.ploy.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says which of the venue's accounts a parameter is to be. Without it a parameter is the first. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Account {
    /**
     * Its name.
     *
     * @return as the venue was told
     */
    String value();
}
