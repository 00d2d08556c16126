package court.platform.web;

import static org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;
import static org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE;

import court.platform.security.Actor;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.BinarySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** The API description of a service, made from its code: what the platform adds to every operation stands here once. */
@AutoConfiguration
@ConditionalOnProperty(name = "springdoc.api-docs.enabled", matchIfMissing = true)
public class OpenApiConfiguration {

    private static final String PROBLEM = "Problem";
    private static final String BEARER = "bearer";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Actor.class, Command.class, HttpHeaders.class)
                .replaceWithSchema(PartEvent.class, new ObjectSchema())
                .replaceWithSchema(DataBuffer.class, new BinarySchema());
    }

    @Bean
    GlobalOperationCustomizer platformOperations() {
        return OpenApiConfiguration::operation;
    }

    @Bean
    GlobalOpenApiCustomizer platformDescription() {
        return OpenApiConfiguration::describe;
    }

    private static Operation operation(Operation operation, HandlerMethod method) {
        if (takes(method, Command.class)) {
            operation.addParametersItem(
                    header("Idempotency-Key", true).description("每次提交的唯一编号，1 至 100 个可见 ASCII 字符；重试用同一编号"));
            operation.addParametersItem(header(HttpHeaders.IF_MATCH, false).description("读取时得到的 ETag；改变已有内容时必填"));
        }
        if (takes(method, Command.class) || takes(method, Actor.class)) {
            operation.addSecurityItem(new SecurityRequirement().addList(BEARER));
        }
        if (consumes(method, MULTIPART_FORM_DATA_VALUE)) {
            operation.setRequestBody(upload());
        }
        if (gives(method, DataBuffer.class)) {
            operation.setResponses(new ApiResponses().addApiResponse("200", download()));
        }
        if (gives(method, ServerSentEvent.class)) {
            operation.setResponses(new ApiResponses().addApiResponse("200", events()));
        }
        if (operation.getResponses() == null) {
            operation.setResponses(new ApiResponses());
        }
        ApiExamples.add(operation, method);
        operation.getResponses().setDefault(problem());
        return operation;
    }

    private static boolean takes(HandlerMethod method, Class<?> argument) {
        return Arrays.stream(method.getMethodParameters()).anyMatch(it -> it.getParameterType() == argument);
    }

    private static boolean consumes(HandlerMethod method, String type) {
        PostMapping mapping = method.getMethodAnnotation(PostMapping.class);
        return mapping != null && List.of(mapping.consumes()).contains(type);
    }

    private static boolean gives(HandlerMethod method, Class<?> content) {
        return method.getReturnType().getGenericParameterType().getTypeName().contains(content.getName());
    }

    private static RequestBody upload() {
        Schema<?> form = new ObjectSchema()
                .addProperty("file", new BinarySchema().description("恰好一个文件；示例中为文件名"))
                .additionalProperties(new StringSchema())
                .required(List.of("file"));
        return new RequestBody()
                .required(true)
                .content(new Content().addMediaType(MULTIPART_FORM_DATA_VALUE, new MediaType().schema(form)));
    }

    private static ApiResponse download() {
        return new ApiResponse()
                .description("文件内容；支持 Range（RFC 9110 §14），Repr-Digest 为其 SHA-256（RFC 9530）")
                .content(new Content().addMediaType("*/*", new MediaType().schema(new BinarySchema())));
    }

    private static ApiResponse events() {
        return new ApiResponse()
                .description("事件流（WHATWG HTML §9.2）；每个事件的 data 与逐页读取时的一项相同，以冒号开头的行只表示连接仍在")
                .content(new Content()
                        .addMediaType(TEXT_EVENT_STREAM_VALUE, new MediaType().schema(new StringSchema())));
    }

    private static HeaderParameter header(String name, boolean required) {
        HeaderParameter header = new HeaderParameter();
        header.setName(name);
        header.setRequired(required);
        header.setSchema(new StringSchema());
        return header;
    }

    private static ApiResponse problem() {
        Schema<?> schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description("拒绝或出错（RFC 9457）；code 见 x-problem-codes")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(schema)));
    }

    private static void describe(OpenAPI description) {
        description.setInfo(new Info().title("移动微执行").version("v1"));
        description.setServers(null);
        Components components = description.getComponents() == null ? new Components() : description.getComponents();
        ModelConverters.getInstance(true).readAll(Problem.class).forEach(components::addSchemas);
        components.addSecuritySchemes(
                BEARER,
                new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT"));
        description.setComponents(components);
        List<Map<String, Object>> codes = RefusalCodes.all().stream()
                .map(it -> Map.<String, Object>of("code", it.code(), "status", it.status(), "detail", it.detail()))
                .toList();
        description.addExtension("x-problem-codes", codes);
    }
}
