package court.gateway.page;

import court.platform.web.EdgeRefusal;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the page. A browser keeps it and asks each time whether it is still the same. */
@RestController
@Hidden
class PageController {

    private final PageFiles files;

    PageController(PageFiles files) {
        this.files = files;
    }

    @GetMapping("/")
    ResponseEntity<byte[]> first() {
        return file("index.html");
    }

    @GetMapping("/page/{name}")
    ResponseEntity<byte[]> file(@PathVariable String name) {
        PageFiles.PageFile file = files.find(name).orElseThrow(EdgeRefusal.NO_SUCH_ADDRESS::because);
        return ResponseEntity.ok()
                .headers(it -> PageRules.on(it, file.policy()))
                .cacheControl(CacheControl.noCache())
                .eTag(file.tag())
                .contentType(file.type())
                .body(file.content());
    }
}
