package dev.keyrack.desktop.admin.terms;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Brings together what two people typed about the same resource: what one of them left alone is taken from the other,
/// and where both changed something, mine stays.
final class DraftMergeRule {

    private DraftMergeRule() {}

    /// A field that the other one changed.
    ///
    /// @param contested whether it was changed here as well, to something else
    record Change(Field field, String before, String after, boolean contested) {}

    static ResourceDraft merge(ResourceDraft base, ResourceDraft mine, ResourceDraft theirs) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            texts.put(field, pick(base.text(field), mine.text(field), theirs.text(field)));
        }
        return new ResourceDraft(
                mine.type(),
                texts,
                pick(base.amenities(), mine.amenities(), theirs.amenities()),
                pick(base.taxes(), mine.taxes(), theirs.taxes()),
                pick(base.onRequest(), mine.onRequest(), theirs.onRequest()));
    }

    private static <T> T pick(T base, T mine, T theirs) {
        return mine.equals(base) ? theirs : mine;
    }

    /// What the other one typed into fields.
    static List<Change> changes(ResourceDraft base, ResourceDraft mine, ResourceDraft theirs) {
        return Stream.of(Field.values())
                .filter(field -> !base.text(field).equals(theirs.text(field)))
                .map(field -> new Change(
                        field,
                        base.text(field),
                        theirs.text(field),
                        !mine.text(field).equals(base.text(field))
                                && !mine.text(field).equals(theirs.text(field))))
                .toList();
    }

    /// Whether the other one changed something besides the fields.
    static boolean changesMore(ResourceDraft base, ResourceDraft theirs) {
        return !base.amenities().equals(theirs.amenities())
                || !base.taxes().equals(theirs.taxes())
                || base.onRequest() != theirs.onRequest();
    }
}
