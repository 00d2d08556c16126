package court.platform.bag;

import java.util.regex.Pattern;

/** Which names a file in a bag may have: plain letters that mean the same on every system, and no way out of the bag. */
final class BagPaths {

    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");
    private static final Pattern PATH = Pattern.compile("(?:" + PART.pattern() + "/)*" + PART.pattern());
    private static final int LONGEST = 400;

    private BagPaths() {}

    static boolean isSafe(String path) {
        return path.length() <= LONGEST && PATH.matcher(path).matches();
    }

    static boolean isPart(String name) {
        return PART.matcher(name).matches();
    }
}
