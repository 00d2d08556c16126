package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.LOCAL;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import court.deploy.local.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The machine's own browser, without a window, with an empty profile for each visitor. */
final class Chromium implements AutoCloseable {

    static final String GATEWAY = LOCAL.address(Part.GATEWAY).toString();

    private static final List<String> QUIET = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        var program = OutsideTool.find("chromium", "chromium-browser", "google-chrome");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(QUIET));
    }

    /** Somebody with a phone of 2020. */
    Visitor phone() {
        return visitor(390, 844);
    }

    /** Somebody at a desk. */
    Visitor desk() {
        return visitor(1280, 800);
    }

    /** Somebody with a phone and no network, who opens a page they saved. */
    Visitor offline(Path saved) {
        return new Visitor(
                open(new Browser.NewContextOptions().setViewportSize(390, 844).setOffline(true)),
                saved.toUri().toString());
    }

    private Visitor visitor(int width, int height) {
        return new Visitor(open(new Browser.NewContextOptions().setViewportSize(width, height)));
    }

    private Page open(Browser.NewContextOptions options) {
        return browser.newContext(options.setLocale("zh-CN")).newPage();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
