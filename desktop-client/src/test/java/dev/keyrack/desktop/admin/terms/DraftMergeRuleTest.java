package dev.keyrack.desktop.admin.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DraftMergeRuleTest {

    private final ResourceDraft base = ResourceDraft.blank();

    @Test
    void keepsMineAndTakesTheirs() {
        ResourceDraft mine = with(base, Field.PRICE, "90");
        ResourceDraft theirs = with(base, Field.NAME, "Suite");
        ResourceDraft merged = DraftMergeRule.merge(base, mine, theirs);
        assertThat(merged.text(Field.PRICE)).isEqualTo("90");
        assertThat(merged.text(Field.NAME)).isEqualTo("Suite");
    }

    @Test
    void letsMineStandWhereBothTyped() {
        ResourceDraft mine = with(base, Field.PRICE, "90");
        ResourceDraft theirs = with(base, Field.PRICE, "110");
        assertThat(DraftMergeRule.merge(base, mine, theirs).text(Field.PRICE)).isEqualTo("90");
        assertThat(DraftMergeRule.changes(base, mine, theirs))
                .containsExactly(new DraftMergeRule.Change(Field.PRICE, "", "110", true));
    }

    @Test
    void sawThatTheyAddedAnAmenity() {
        ResourceDraft theirs =
                new ResourceDraft(base.type(), base.texts(), List.of("wifi"), base.taxes(), base.onRequest());
        assertThat(DraftMergeRule.changes(base, base, theirs)).isEmpty();
        assertThat(DraftMergeRule.changesMore(base, theirs)).isTrue();
        assertThat(DraftMergeRule.merge(base, base, theirs).amenities()).containsExactly("wifi");
    }

    private static ResourceDraft with(ResourceDraft draft, Field field, String text) {
        Map<Field, String> texts = new EnumMap<>(draft.texts());
        texts.put(field, text);
        return new ResourceDraft(draft.type(), texts, draft.amenities(), draft.taxes(), draft.onRequest());
    }
}
