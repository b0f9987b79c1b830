package dev.keyrack.desktop.admin.staff;

import dev.keyrack.contract.catalog.Site;
import dev.keyrack.contract.staff.StaffMember;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.desktop.admin.RoleText;
import dev.keyrack.fx.Messages;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is said of those who work for the provider.
record StaffWords(Messages messages, RoleText roles) {

    StaffRow row(StaffMember member, RightsRule.Actor actor, List<Site> sites) {
        String name = name(member);
        return new StaffRow(
                member,
                member.userId().equals(actor.id()) ? messages.text("staff.row.self", name) : name,
                roles.name(member.role()),
                site(member.siteId(), sites),
                messages.text(member.active() ? "staff.state.active" : "staff.state.out"));
    }

    static String name(StaffMember member) {
        return member.firstName() + " " + member.lastName();
    }

    String site(@Nullable SiteId site, List<Site> sites) {
        return site == null
                ? messages.text("staff.site.all")
                : sites.stream()
                        .filter(each -> each.id().equals(site))
                        .map(Site::name)
                        .findFirst()
                        .orElse(site.value());
    }
}
