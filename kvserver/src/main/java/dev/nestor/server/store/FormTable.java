package dev.nestor.server.store;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The forms of all types of one sealed interface, by code and by type. */
final class FormTable<T> {
    private final String name;
    private final Map<Class<?>, Form<? extends T>> byType = new HashMap<>();
    private final @Nullable Form<? extends T>[] byCode;

    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no generic arrays
    FormTable(String name, List<Form<? extends T>> forms) {
        this.name = name;
        this.byCode = new Form[256];
        for (Form<? extends T> form : forms) {
            if (byCode[form.code()] != null || byType.put(form.type(), form) != null) {
                throw new IllegalArgumentException(
                        String.format(Locale.ROOT, "two forms with code %d or for one type", form.code()));
            }
            byCode[form.code()] = form;
        }
    }

    boolean knows(Class<?> type) {
        return byType.containsKey(type);
    }

    void write(T value, BinaryOutput output) {
        Form<? extends T> form = byType.get(value.getClass());
        if (form == null) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "no %s has the type %s", name, value.getClass()));
        }
        form.write(value, output);
    }

    T read(BinaryInput input) {
        int code = input.code();
        Form<? extends T> form = byCode[code];
        if (form == null) {
            throw input.corrupt(String.format(Locale.ROOT, "no %s: %d", name, code));
        }
        return form.reader().apply(input);
    }
}
