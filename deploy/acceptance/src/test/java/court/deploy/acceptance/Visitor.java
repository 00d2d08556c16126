package court.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Somebody in front of the page. Whatever the browser complains of meanwhile is kept against the page. */
final class Visitor implements AutoCloseable {

    private static final Set<String> COMPLAINTS = Set.of("error", "warning");
    private static final int PATIENCE_MILLIS = 20_000;

    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    Visitor(Page page) {
        this(page, Chromium.GATEWAY);
    }

    /** At an address that may be a file. */
    Visitor(Page page, String address) {
        this.page = page;
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onConsoleMessage(this::note);
        page.onPageError(complaints::add);
        page.navigate(address);
    }

    private void note(ConsoleMessage message) {
        if (COMPLAINTS.contains(message.type())) {
            complaints.add(message.text() + " " + message.location());
        }
    }

    Page page() {
        return page;
    }

    /** The gateway will refuse something at this address, as it should; the browser's note of that is no complaint. */
    Visitor expectingRefusal(String address) {
        refusals.add(address);
        return this;
    }

    /** Signs in as one of the invented people the page offers. */
    Visitor demo(String account) {
        page.locator("[data-account=" + account + "]").click();
        page.locator("#sign-out").waitFor();
        return this;
    }

    /** Signs in through the identity provider's own form. */
    Visitor staff(String account) {
        page.locator("#staff-sign-in").click();
        page.locator("#username").fill(account);
        page.locator("#password").fill("demo");
        page.locator("button[type=submit]").click();
        page.waitForURL(Chromium.GATEWAY + "/");
        page.locator("#sign-out").waitFor();
        return this;
    }

    /** Is signed in already, as somebody whom the page does not offer. */
    Visitor as(Person person) {
        var tokens = person.signIn().ok();
        page.evaluate("it => sessionStorage.setItem('court.session', it)", """
                {"access":"%s","refresh":"%s","until":%d}""".formatted(
                        tokens.text("accessToken"), tokens.text("refreshToken"), System.currentTimeMillis() + 900_000));
        page.reload();
        page.locator("#sign-out").waitFor();
        return this;
    }

    Visitor go(String address) {
        page.navigate(Chromium.GATEWAY + "/#/" + address);
        return this;
    }

    void press(String name) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name))
                .click();
    }

    void fill(String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    Locator sees(String text) {
        Locator found = page.getByText(text).first();
        found.waitFor();
        return found;
    }

    void part(String name) {
        page.locator("[data-part=" + name + "]").click();
        page.locator("[data-part=" + name + "][aria-current=page]").waitFor();
    }

    Visitor shoot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
        return this;
    }

    /** Nothing is cut off at the side. */
    void fits() {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
    }

    /** Takes note of what the browser complained of, which is then settled. */
    List<String> takeComplaints() {
        List<String> all = complaints.stream()
                .filter(it -> !it.startsWith("Failed to load resource")
                        || refusals.stream().noneMatch(it::contains))
                .toList();
        complaints.clear();
        return all;
    }

    @Override
    public void close() {
        page.context().close();
        assertThat(takeComplaints()).isEmpty();
    }
}
