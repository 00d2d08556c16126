package court.platform.security;

/** What somebody is allowed to be in the system. */
public enum Role {
    /** 当事人或代理人: which side is a matter of the case */
    PARTY,
    /** 立案法官 */
    FILING_JUDGE,
    /** 执行法官 */
    ENFORCEMENT_JUDGE,
    /** 书记员、法官助理 */
    CLERK,
    /** 执行局局长、院领导 */
    SUPERVISOR,
    /** 运维 */
    OPS,
    /** 内网归档: the machine that takes one court's sealed dossiers into the intranet */
    ARCHIVE_SYNC,
    /** another service of the platform */
    SERVICE
}
