package court.platform.web;

import court.platform.model.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Every refusal this service can answer with, found in its code, so that no list can fall behind. */
final class RefusalCodes {

    private RefusalCodes() {}

    /** One problem code as the API description shows it. */
    record Listed(String code, int status, String detail) {}

    /** All of them, by code. */
    static List<Listed> all() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(Refusal.class));
        Map<String, Listed> codes = new TreeMap<>();
        for (BeanDefinition found : scan.findCandidateComponents("court")) {
            Class<?> type = ClassUtils.resolveClassName(
                    String.valueOf(found.getBeanClassName()), ClassUtils.getDefaultClassLoader());
            if (type.isEnum()) {
                Arrays.stream(type.getEnumConstants())
                        .map(Refusal.class::cast)
                        .forEach(it -> codes.put(
                                it.code(), new Listed(it.code(), it.kind().status(), it.detail())));
            }
        }
        return List.copyOf(codes.values());
    }
}
