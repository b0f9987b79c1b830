package dev.keyrack.desktop.admin.catalog;

import dev.keyrack.client.ClientRuntime;
import dev.keyrack.client.api.ApiOutcome;
import dev.keyrack.client.api.CatalogApi;
import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.problem.Problem;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.desktop.admin.AnswerText;
import dev.keyrack.fx.Messages;
import dev.keyrack.fx.UiTasks;
import dev.keyrack.fx.ViewModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The pictures of one resource, the first of which stands for it in the search.
public final class PicturesViewModel implements ViewModel {

    private final ClientRuntime runtime;
    private final UiTasks tasks;
    private final Messages messages;
    private final AnswerText answers;
    private final Consumer<Resource> kept;
    private final ObservableList<PictureRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Resource> resource = new ReadOnlyObjectWrapper<>();

    PicturesViewModel(ClientRuntime runtime, UiTasks tasks, Messages messages, Consumer<Resource> kept) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.messages = messages;
        this.kept = kept;
        answers = new AnswerText(messages);
    }

    @Override
    public void onShow() {}

    @Override
    public void onHide() {}

    void show(Resource wanted) {
        Resource before = resource.get();
        boolean same = before != null && before.id().equals(wanted.id());
        if (same && before.revision().number() > wanted.revision().number()) {
            return;
        }
        resource.set(wanted);
        if (!same) {
            notice.set("");
        }
        if (!same || !before.terms().images().equals(wanted.terms().images())) {
            List<String> paths = wanted.terms().images();
            rows.setAll(IntStream.range(0, paths.size())
                    .mapToObj(at -> row(at, paths.get(at), new byte[0]))
                    .toList());
            paths.forEach(this::load);
        }
    }

    void hide() {
        resource.set(null);
        rows.clear();
        notice.set("");
    }

    private PictureRow row(int at, String path, byte[] octets) {
        return new PictureRow(path, messages.text("catalog.picture.name", at + 1), octets);
    }

    private void load(String path) {
        tasks.run(() -> runtime.api().catalog().getImage(path))
                .onDone(outcome -> {
                    if (outcome instanceof ApiOutcome.Answered<byte[]>(byte[] octets)) {
                        IntStream.range(0, rows.size())
                                .filter(at -> rows.get(at).path().equals(path))
                                .forEach(at -> rows.set(at, row(at, path, octets)));
                    } else {
                        notice.set(messages.text("catalog.picture.missing"));
                    }
                })
                .onFailed(failure -> notice.set(messages.text("catalog.picture.missing")));
    }

    /// Takes a picture in from a file.
    public void add(Path file) {
        change((catalog, seen) -> catalog.addImage(seen.id(), readAll(file)));
    }

    private static byte[] readAll(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void remove(PictureRow row) {
        change((catalog, seen) -> catalog.removeImage(seen.id(), row.path()));
    }

    /// Lets a picture stand for the resource.
    public void putFirst(PictureRow row) {
        List<String> order = new ArrayList<>(rows.stream().map(PictureRow::path).toList());
        order.remove(row.path());
        order.addFirst(row.path());
        change((catalog, seen) -> catalog.changeResource(seen, seen.terms().withImages(order)));
    }

    private void change(BiFunction<CatalogApi, Resource, ApiOutcome<Resource>> call) {
        Resource seen = resource.get();
        if (seen == null || working.get()) {
            return;
        }
        working.set(true);
        notice.set("");
        tasks.run(() -> call.apply(runtime.api().catalog(), seen))
                .onDone(outcome -> {
                    working.set(false);
                    switch (outcome) {
                        case ApiOutcome.Answered<Resource>(Resource now) -> {
                            show(now);
                            kept.accept(now);
                        }
                        case ApiOutcome.Refused<Resource>(Problem problem) ->
                            notice.set(
                                    problem.type() == ProblemType.MALFORMED_BODY
                                            ? messages.text("catalog.picture.refused")
                                            : answers.refusal(problem));
                        case ApiOutcome.Unanswered<Resource> _ -> notice.set(answers.silence());
                    }
                })
                .onFailed(failure -> {
                    working.set(false);
                    notice.set(answers.failure());
                });
    }

    public ObservableList<PictureRow> rows() {
        return rows;
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public ObservableValue<Boolean> changeAllowed() {
        return Bindings.createBooleanBinding(() -> resource.get() != null && !working.get(), resource, working);
    }
}
