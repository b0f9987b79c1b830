package dev.keyrack.server.identity;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.problem.ProblemType;
import dev.keyrack.contract.staff.ChangeStaff;
import dev.keyrack.contract.staff.InviteStaff;
import dev.keyrack.contract.staff.StaffMember;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.audit.Act;
import dev.keyrack.server.audit.AuditLog;
import dev.keyrack.server.http.Caller;
import dev.keyrack.server.http.ProblemException;
import dev.keyrack.server.notice.Letter;
import dev.keyrack.server.persistence.Database;
import dev.keyrack.server.session.Secret;
import dev.keyrack.server.session.SessionService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who works for the provider. A manager of a site sees and changes only those of that site, and gives nobody more
/// rights than a manager's.
public final class StaffService {

    private final Database database;
    private final AuditLog audit;
    private final IdentityService identity;
    private final SessionService sessions;
    private final AccountStore store = new AccountStore();

    public StaffService(Database database, AuditLog audit, IdentityService identity, SessionService sessions) {
        this.database = database;
        this.audit = audit;
        this.identity = identity;
        this.sessions = sessions;
    }

    List<StaffMember> list(Caller actor) {
        return database.read(tx -> store.listStaff(tx, actor.siteId()).stream()
                .map(AccountEntity::toStaffMember)
                .toList());
    }

    /// Makes an account whose password nobody knows, and sends a code with which one can be chosen.
    StaffMember invite(Caller actor, InviteStaff wanted) {
        requireMayGive(actor, wanted.role(), wanted.siteId());
        String email = String.valueOf(wanted.userDetails().email());
        String hash = identity.hashNew(Secret.random(), email);
        NewAccount account =
                new NewAccount(email, wanted.role(), wanted.siteId(), wanted.userDetails(), wanted.language());
        return database.write(tx -> {
            AccountEntity made = identity.add(tx, actor, account, hash);
            identity.sendCode(tx, made, CodeStore.Kind.INVITATION, Letter.Subject.INVITATION);
            return made.toStaffMember();
        });
    }

    /// Changes what somebody may do, at once: all sessions of that person end.
    ///
    /// @throws ProblemException NOT_FOUND if the actor may see nobody of that name, FORBIDDEN for oneself
    StaffMember change(Caller actor, UserId id, ChangeStaff wanted) {
        requireMayGive(actor, wanted.role(), wanted.siteId());
        if (actor.userId().equals(id)) {
            throw new ProblemException(ProblemType.FORBIDDEN, "Nobody changes their own rights.");
        }
        return database.write(tx -> {
            AccountEntity account = store.find(tx, id)
                    .filter(found ->
                            AccountStore.STAFF.contains(found.toCaller().role()) && sees(actor, found.toCaller()))
                    .orElseThrow(() -> new ProblemException(ProblemType.NOT_FOUND, "There is no such person."));
            Caller before = account.toCaller();
            StaffMember old = account.toStaffMember();
            requireMayGive(actor, before.role(), before.siteId());
            if (wanted.siteId() != null && !store.hasSite(tx, wanted.siteId())) {
                throw new ProblemException(ProblemType.NOT_FOUND, "There is no site " + wanted.siteId() + ".");
            }
            account.change(wanted);
            sessions.endOthers(tx, actor, id);
            StaffMember now = account.toStaffMember();
            audit.record(
                    tx,
                    actor,
                    Act.of("staff.changed", id.value(), describe(wanted))
                            .at(now.siteId())
                            .changed(Rights.of(old), Rights.of(now)));
            return now;
        });
    }

    /// What somebody may do where; nothing that tells who it is.
    private record Rights(Role role, @Nullable SiteId siteId, boolean active) {

        static Rights of(StaffMember member) {
            return new Rights(member.role(), member.siteId(), member.active());
        }
    }

    private static String describe(ChangeStaff wanted) {
        return wanted.role()
                + (wanted.siteId() == null ? "" : " at " + wanted.siteId())
                + (wanted.active() ? "" : ", not active");
    }

    private static boolean sees(Caller actor, Caller other) {
        return actor.siteId() == null || actor.siteId().equals(other.siteId());
    }

    private static void requireMayGive(Caller actor, Role role, @Nullable SiteId site) {
        boolean own = actor.siteId() == null || actor.siteId().equals(site);
        boolean less = actor.role() == Role.PROVIDER_ADMIN || role != Role.PROVIDER_ADMIN;
        if (!own || !less) {
            throw new ProblemException(ProblemType.FORBIDDEN, "You may not give these rights.");
        }
    }
}
