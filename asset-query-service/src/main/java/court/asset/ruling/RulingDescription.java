package court.asset.ruling;

import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API description says of a ruling's form, which has two files where any other upload has one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "springdoc.api-docs.enabled", matchIfMissing = true)
class RulingDescription {

    private static final String PATH = "/api/v1/cases/{caseId}/rulings";

    @Bean
    GlobalOpenApiCustomizer rulingForm() {
        return description -> {
            PathItem path = description.getPaths() == null
                    ? null
                    : description.getPaths().get(PATH);
            if (path != null && path.getPost() != null) {
                path.getPost().getRequestBody().getContent().values().forEach(it -> it.schema(form()));
            }
        };
    }

    private static Schema<?> form() {
        return new ObjectSchema()
                .addProperty("ruling", new BinarySchema().description("裁定书（PDF）；示例中为文件名"))
                .addProperty("notice", new BinarySchema().description("协助执行通知书（PDF）；示例中为文件名"))
                .addProperty("number", new StringSchema().description("裁定书文号，不超过 60 字"))
                .addProperty("respondentId", new StringSchema().description("被执行人"))
                .addProperty("limit", new StringSchema().description("控制限额，元，两位小数"))
                .required(List.of("ruling", "notice", "number", "respondentId", "limit"));
    }
}
