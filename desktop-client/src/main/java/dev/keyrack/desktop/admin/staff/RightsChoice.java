package dev.keyrack.desktop.admin.staff;

import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.staff.ChangeStaff;
import dev.keyrack.contract.staff.StaffMember;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.desktop.admin.RoleText;
import dev.keyrack.desktop.form.Option;
import dev.keyrack.fx.Messages;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The role and the site that are chosen for somebody, among those that the actor may give.
final class RightsChoice {

    private static final String WHOLE_PROVIDER = "";

    private final Messages messages;
    private final RoleText roleText;
    private final ObservableList<Option> roles = FXCollections.observableArrayList();
    private final ObservableList<Option> sites = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Option> role = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Option> site = new SimpleObjectProperty<>();
    private RightsRule.@Nullable Actor actor;
    private List<Site> known = List.of();

    RightsChoice(Messages messages) {
        this.messages = messages;
        roleText = new RoleText(messages);
    }

    /// Who gives rights from now on, and where.
    void open(RightsRule.Actor gives, List<Site> all) {
        actor = gives;
        known = all;
    }

    /// Offers what the actor may give, the least first, and what the person has.
    ///
    /// @param member null for somebody new
    void offer(@Nullable StaffMember member) {
        RightsRule.Actor gives = actor;
        if (gives == null) {
            return;
        }
        Option roleBefore = role.get();
        Option siteBefore = site.get();
        Stream<Role> given = RightsRule.roles(gives).stream();
        roles.setAll(Stream.concat(given, member == null ? Stream.empty() : Stream.of(member.role()))
                .distinct()
                .map(each -> new Option(each.name(), roleText.name(each)))
                .toList());
        sites.setAll(Stream.concat(
                        known.stream().map(each -> new Option(each.id().value(), each.name())),
                        Stream.of(new Option(WHOLE_PROVIDER, messages.text("staff.site.all"))))
                .filter(each -> RightsRule.mayGive(gives, siteOf(each)))
                .toList());
        role.set(
                member == null
                        ? stayOrFirst(roles, roleBefore)
                        : find(roles, member.role().name()));
        site.set(member == null ? stayOrFirst(sites, siteBefore) : find(sites, codeOf(member.siteId())));
    }

    private static @Nullable Option stayOrFirst(List<Option> options, @Nullable Option before) {
        if (before != null && options.contains(before)) {
            return before;
        }
        return options.isEmpty() ? null : options.getFirst();
    }

    private static @Nullable Option find(List<Option> options, String code) {
        return options.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private static String codeOf(@Nullable SiteId id) {
        return id == null ? WHOLE_PROVIDER : id.value();
    }

    private static @Nullable SiteId siteOf(Option chosen) {
        return chosen.code().equals(WHOLE_PROVIDER) ? null : new SiteId(chosen.code());
    }

    /// What is chosen; empty while something is missing.
    Optional<ChangeStaff> chosen(boolean active) {
        Option givenRole = role.get();
        Option givenSite = site.get();
        return givenRole == null || givenSite == null
                ? Optional.empty()
                : Optional.of(new ChangeStaff(Role.valueOf(givenRole.code()), siteOf(givenSite), active));
    }

    /// Whether something else is chosen than what the person has.
    boolean differsFrom(StaffMember member) {
        ChangeStaff present = new ChangeStaff(member.role(), member.siteId(), member.active());
        return chosen(member.active()).filter(wanted -> !wanted.equals(present)).isPresent();
    }

    boolean mayChange(StaffMember member) {
        return actor != null && RightsRule.mayChange(actor, member);
    }

    boolean isActor(StaffMember member) {
        return actor != null && actor.id().equals(member.userId());
    }

    ObservableList<Option> roles() {
        return roles;
    }

    ObservableList<Option> sites() {
        return sites;
    }

    ObjectProperty<@Nullable Option> roleProperty() {
        return role;
    }

    ObjectProperty<@Nullable Option> siteProperty() {
        return site;
    }
}
