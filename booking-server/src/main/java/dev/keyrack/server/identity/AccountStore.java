package dev.keyrack.server.identity;

import dev.keyrack.contract.identity.Role;
import dev.keyrack.contract.value.SiteId;
import dev.keyrack.contract.value.UserId;
import dev.keyrack.server.persistence.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Accounts, through Hibernate.
final class AccountStore {

    static final Set<Role> STAFF = Set.of(Role.FRONT_DESK, Role.MANAGER, Role.PROVIDER_ADMIN);

    Optional<AccountEntity> findByName(Transaction tx, String name) {
        return tx.session()
                .createSelectionQuery("from AccountEntity where name = :name", AccountEntity.class)
                .setParameter("name", name)
                .uniqueResultOptional();
    }

    Optional<AccountEntity> find(Transaction tx, UserId id) {
        return Optional.ofNullable(tx.session().find(AccountEntity.class, id.value()));
    }

    boolean hasAdministrator(Transaction tx) {
        return tx.session()
                        .createSelectionQuery("select count(*) from AccountEntity where role = :role", Long.class)
                        .setParameter("role", Role.PROVIDER_ADMIN)
                        .getSingleResult()
                > 0;
    }

    /// Whether somebody else is an administrator who may sign in.
    boolean hasOtherAdministrator(Transaction tx, UserId id) {
        return tx.session()
                        .createSelectionQuery(
                                "select count(*) from AccountEntity where role = :role and active and id <> :id",
                                Long.class)
                        .setParameter("role", Role.PROVIDER_ADMIN)
                        .setParameter("id", id.value())
                        .getSingleResult()
                > 0;
    }

    /// Those who work at a site, or for the whole provider where none is named, by their names.
    List<AccountEntity> listStaff(Transaction tx, @Nullable SiteId site) {
        return tx.session()
                .createSelectionQuery(
                        "from AccountEntity where role in :roles and (:site is null or siteId = :site) order by name",
                        AccountEntity.class)
                .setParameter("roles", STAFF)
                .setParameter("site", site == null ? null : site.value())
                .list();
    }

    boolean hasSite(Transaction tx, SiteId id) {
        return tx.find("select 1 from site where id = ?", row -> true, id).isPresent();
    }

    void add(Transaction tx, AccountEntity account) {
        tx.session().persist(account);
    }
}
