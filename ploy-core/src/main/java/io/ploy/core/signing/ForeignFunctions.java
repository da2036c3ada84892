package io.ploy.core.signing;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The foreign-function API of JDK 22, looked up by name because Ploy compiles for JDK 17. Used to bind functions and to
 * find addresses; calls go through the method handles alone.
 */
final class ForeignFunctions {
    static final int FIRST_JDK = 22;

    private static final String PACKAGE = "java.lang.foreign.";

    private final Object linker;
    private final Object symbols;

    /** Loads a library for as long as the process lives. */
    ForeignFunctions(Path library) throws ReflectiveOperationException {
        linker = call(null, type("Linker"), "nativeLinker");
        Object forever = call(null, type("Arena"), "global");
        symbols = type("SymbolLookup")
                .getMethod("libraryLookup", Path.class, type("Arena"))
                .invoke(null, library, forever);
    }

    /** A function whose arguments and result are given as {@code int}, {@code long} or {@code void}. */
    MethodHandle function(String name, Class<?> result, Class<?>... arguments) throws ReflectiveOperationException {
        Object symbol = ((Optional<?>)
                        type("SymbolLookup").getMethod("find", String.class).invoke(symbols, name))
                .orElseThrow(() -> new NoSuchMethodException(name + " is not in the library"));
        Object options = Array.newInstance(type("Linker$Option"), 0);
        return (MethodHandle) type("Linker")
                .getMethod("downcallHandle", type("MemorySegment"), type("FunctionDescriptor"), options.getClass())
                .invoke(linker, symbol, descriptor(result, arguments), options);
    }

    /** Where a direct buffer's memory lies. */
    static long address(ByteBuffer direct) {
        try {
            Class<?> segment = type("MemorySegment");
            Object memory = segment.getMethod("ofBuffer", Buffer.class).invoke(null, direct);
            return (long) call(memory, segment, "address");
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no address of a buffer", e);
        }
    }

    private static Object descriptor(Class<?> result, Class<?>... arguments) throws ReflectiveOperationException {
        Class<?> layout = type("MemoryLayout");
        Object layouts = Array.newInstance(layout, arguments.length);
        for (int i = 0; i < arguments.length; i++) {
            Array.set(layouts, i, layout(arguments[i]));
        }
        Class<?> descriptor = type("FunctionDescriptor");
        return result == void.class
                ? descriptor.getMethod("ofVoid", layouts.getClass()).invoke(null, layouts)
                : descriptor.getMethod("of", layout, layouts.getClass()).invoke(null, layout(result), layouts);
    }

    private static Object layout(Class<?> type) throws ReflectiveOperationException {
        return type("ValueLayout")
                .getField(type == int.class ? "JAVA_INT" : "JAVA_LONG")
                .get(null);
    }

    private static Object call(@Nullable Object target, Class<?> type, String method)
            throws ReflectiveOperationException {
        return type.getMethod(method).invoke(target);
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(PACKAGE + name);
    }
}
