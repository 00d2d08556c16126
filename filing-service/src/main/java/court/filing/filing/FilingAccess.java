package court.filing.filing;

import court.filing.application.Application;
import court.platform.security.Actor;
import court.platform.security.Role;

/** Who may see a filing, who fills it in, and what it is to whom. */
final class FilingAccess {

    private FilingAccess() {}

    /** What a filing is to this person: only who fills it in sees it while it is being mended. */
    static Stored seenBy(Actor actor, Stored stored) {
        return stored.filing() instanceof Filing.Returned it && actor.isStaff() && !fillsIn(actor, it)
                ? new Stored(it.with(it.notice().returned(it.papers())), stored.version())
                : stored;
    }

    /** Whether this person is who fills it in now: of what a clerk entered, any clerk of the court once it is returned. */
    static boolean fillsIn(Actor actor, Filing filing) {
        return isInHandsOf(actor, filing) || (filing instanceof Filing.Returned && isClerkOf(actor, filing));
    }

    private static boolean isClerkOf(Actor actor, Filing filing) {
        return actor.is(Role.CLERK)
                && filing.papers().channel().byClerk()
                && filing.court().equals(actor.court());
    }

    /** Whether this person is filling it in now: then nothing is hidden from them, and nothing new is seen. */
    static boolean isInHandsOf(Actor actor, Filing filing) {
        return filing instanceof Filing.Editable && filing.papers().owner().equals(actor.memberName());
    }

    /**
     * The filer of a draft; from submission on the applicants and who acts for them now, the court's clerks if one of them
     * entered it, its filing judges, the judge who got the case, and once it is one the court's supervisors.
     */
    static boolean mayTouch(Actor actor, Filing filing) {
        Application application = filing.application();
        boolean owner = filing.papers().owner().equals(actor.memberName());
        if (actor.is(Role.PARTY)) {
            return application == null ? owner : application.isApplicant(actor);
        }
        if (isClerkOf(actor, filing) || (application == null && owner && actor.is(Role.CLERK))) {
            return true;
        }
        boolean assigned = filing instanceof Filing.Accepted accepted
                && accepted.judge().id().equals(actor.id());
        return assigned
                || (application != null
                        && (actor.is(Role.FILING_JUDGE)
                                || (actor.is(Role.SUPERVISOR) && filing instanceof Filing.Accepted))
                        && application.courtCode().equals(actor.court()));
    }
}
