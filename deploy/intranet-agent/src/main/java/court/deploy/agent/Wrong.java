package court.deploy.agent;

/** Something in a package is wrong; the message names the file and is what the court on the other side is told. */
final class Wrong extends Exception {

    private static final long serialVersionUID = 1L;

    private final String file;

    Wrong(String file, String reason) {
        super(file + "：" + reason, null, false, false);
        this.file = file;
    }

    String file() {
        return file;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
