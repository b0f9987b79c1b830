package dev.keyrack.kiosk.offer;

import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.CatalogApi;
import dev.keyrack.fx.UiTasks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The pictures of what is sold, fetched once; used on the screen's thread.
public final class Photos {

    private final CatalogApi catalog;
    private final UiTasks tasks;
    private final Map<String, byte[]> known = new HashMap<>();

    public Photos(CatalogApi catalog, UiTasks tasks) {
        this.catalog = catalog;
        this.tasks = tasks;
    }

    /// Gives the first picture to whoever shows it, at once or as soon as it is here; nothing where there is none, and
    /// then the drawn place stays.
    public void showFirst(List<String> paths, Consumer<byte[]> shown) {
        if (!paths.isEmpty()) {
            show(paths.getFirst(), shown);
        }
    }

    private void show(String path, Consumer<byte[]> shown) {
        byte[] present = known.get(path);
        if (present != null) {
            shown.accept(present);
            return;
        }
        tasks.run(() -> catalog.getImage(path))
                .onDone(outcome -> {
                    if (outcome instanceof ApiOutcome.Answered<byte[]>(byte[] picture)) {
                        known.put(path, picture);
                        shown.accept(picture);
                    }
                })
                .onFailed(failure -> known.remove(path));
    }
}
