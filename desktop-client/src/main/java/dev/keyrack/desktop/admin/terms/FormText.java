package dev.keyrack.desktop.admin.terms;

import dev.keyrack.contract.catalog.Resource;
import dev.keyrack.contract.catalog.ResourceType;
import dev.keyrack.contract.catalog.Tax;
import dev.keyrack.fx.Messages;
import java.util.List;
import java.util.stream.Stream;

/// The words of the form: its fields, what is wrong with one, what somebody else changed in it.
record FormText(Messages messages) {

    String type(ResourceType type) {
        return switch (type) {
            case HOTEL -> messages.text("catalog.type.hotel");
            case APPOINTMENT -> messages.text("catalog.type.appointment");
            case EVENT -> messages.text("catalog.type.event");
        };
    }

    String kind(Tax.Kind kind) {
        return switch (kind) {
            case PERCENT -> messages.text("catalog.tax.percent");
            case PER_STAY -> messages.text("catalog.tax.stay");
            case PER_GRAIN -> messages.text("catalog.tax.grain");
            case PER_GUEST_AND_GRAIN -> messages.text("catalog.tax.guest");
        };
    }

    String change(DraftMergeRule.Change change) {
        return change.contested()
                ? messages.text("catalog.theirs.contested", field(change.field()), change.before(), change.after())
                : messages.text("catalog.theirs.taken", field(change.field()), change.before(), change.after());
    }

    String fault(TermsRule.Fault fault) {
        return switch (fault.kind()) {
            case EMPTY -> messages.text("catalog.fault.empty");
            case TOO_LONG -> messages.text("catalog.fault.long", fault.most());
            case NO_WHOLE_NUMBER -> messages.text("catalog.fault.whole", fault.least(), fault.most());
            case NO_AMOUNT -> messages.text("catalog.fault.amount", fault.least(), fault.most());
            case NO_STEP -> messages.text("catalog.fault.step");
            case NO_BUFFER -> messages.text("catalog.fault.buffer", fault.least());
            case NO_HOURS -> messages.text("catalog.fault.hours", fault.least());
        };
    }

    private String field(Field field) {
        return switch (field) {
            case NAME -> messages.text("catalog.field.name");
            case DESCRIPTION -> messages.text("catalog.field.description");
            case RATING -> messages.text("catalog.field.rating");
            case GUESTS -> messages.text("catalog.field.guests");
            case CAPACITY -> messages.text("catalog.field.capacity");
            case PRICE -> messages.text("catalog.field.price");
            case STEP -> messages.text("catalog.field.step");
            case BUFFER_BEFORE -> messages.text("catalog.field.before");
            case BUFFER_AFTER -> messages.text("catalog.field.after");
            case LEAD_TIME -> messages.text("catalog.field.lead");
            case WINDOW -> messages.text("catalog.field.window");
            case FREE_UNTIL -> messages.text("catalog.field.free");
            case FEE -> messages.text("catalog.field.fee");
            case NO_SHOW -> messages.text("catalog.field.noshow");
            case MONDAY -> messages.text("catalog.field.monday");
            case TUESDAY -> messages.text("catalog.field.tuesday");
            case WEDNESDAY -> messages.text("catalog.field.wednesday");
            case THURSDAY -> messages.text("catalog.field.thursday");
            case FRIDAY -> messages.text("catalog.field.friday");
            case SATURDAY -> messages.text("catalog.field.saturday");
            case SUNDAY -> messages.text("catalog.field.sunday");
        };
    }

    /// The kind that is called so; nights where nothing is.
    ResourceType typeOf(String name) {
        return Stream.of(ResourceType.values())
                .filter(type -> type(type).equals(name))
                .findFirst()
                .orElse(ResourceType.HOTEL);
    }

    String state(Resource resource) {
        return messages.text(resource.state() == Resource.State.OPEN ? "catalog.state.open" : "catalog.state.closed");
    }

    /// What somebody else changed, line by line, while this was typed.
    List<String> changes(ResourceDraft base, ResourceDraft mine, ResourceDraft other) {
        return Stream.concat(
                        DraftMergeRule.changes(base, mine, other).stream().map(this::change),
                        DraftMergeRule.changesMore(base, other)
                                ? Stream.of(messages.text("catalog.theirs.more"))
                                : Stream.empty())
                .toList();
    }
}
