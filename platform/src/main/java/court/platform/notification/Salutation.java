package court.platform.notification;

import java.util.Set;

/** What somebody is called in a prompt: the surname and 某, never the whole name (rule RS4, house rule). */
public final class Salutation {

    private static final Set<String> DOUBLE = Set.of(
            "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "长孙", "宇文", "司徒", "夏侯", "端木", "百里", "南宫", "轩辕",
            "申屠", "太史", "澹台", "公冶", "钟离", "东郭", "呼延", "独孤", "拓跋");

    private Salutation() {}

    /** Such as 张某 or 欧阳某. */
    public static String ofPerson(String name) {
        String trimmed = name.strip();
        if (trimmed.isEmpty()) {
            return "当事人";
        }
        boolean two = trimmed.length() > 2 && DOUBLE.contains(trimmed.substring(0, 2));
        return trimmed.substring(0, two ? 2 : trimmed.offsetByCodePoints(0, 1)) + "某";
    }

    /** An organisation is not named. */
    public static String ofOrganisation() {
        return "贵单位";
    }
}
