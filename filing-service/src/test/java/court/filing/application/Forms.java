package court.filing.application;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Application forms as people send them: whole ones, changed place by place. A form is a value. */
public final class Forms {

    public static final String ID_NUMBER = "110101199003070134";
    public static final String LAWYER_NUMBER = "310117199003070028";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String WHOLE = """
            {"courtCode":"沪0117",
             "applicants":[{"kind":"PERSON","name":"演示申请人","idType":"ID_CARD","idNumber":"110101199003070134",
               "phone":"13800000000","address":"上海市松江区演示路1号",
               "service":{"address":"上海市松江区演示路1号","email":"demo@example.test","consent":"EXPRESS"},
               "account":{"holder":"演示申请人","bank":"演示银行","number":"6222020000000000000"}}],
             "respondents":[{"kind":"ORGANISATION","name":"演示置业有限公司","idType":"CREDIT_CODE",
               "idNumber":"91350100M000100Y43"}],
             "claim":{"kind":"MONEY","amount":"120000.00","description":"支付购房款"},
             "basis":{"kind":"JUDGMENT","number":"（2025）沪0117民初1234号","issuedBy":"上海市松江区人民法院",
               "issuedOn":"2025-11-10","effectiveOn":"2025-12-01"}}""";
    private static final String LAWYER = """
            {"kind":"LAWYER","powers":[],"represents":[0],"name":"演示律师","idType":"ID_CARD",
             "idNumber":"310117199003070028","phone":"13900000000","firm":"演示律师事务所","licence":"13101201910000001"}""";

    private final JsonNode root;

    private Forms(JsonNode root) {
        this.root = root;
    }

    /** A money claim of a person against an organisation; nothing is missing but the materials. */
    public static Forms whole() {
        return new Forms(JSON.readTree(WHOLE));
    }

    public static Forms empty() {
        return new Forms(JSON.createObjectNode());
    }

    /** A lawyer acts for the applicant with these powers, a JSON list. */
    public Forms withLawyer(String powers) {
        return json("/agents", "[" + LAWYER + "]").json("/agents/0/powers", powers);
    }

    public Forms text(String pointer, String value) {
        return put(pointer, JSON.getNodeFactory().stringNode(value));
    }

    public Forms json(String pointer, String value) {
        return put(pointer, JSON.readTree(value));
    }

    public Forms without(String pointer) {
        Forms copy = new Forms(root.deepCopy());
        ((ObjectNode) copy.parent(pointer)).remove(leaf(pointer));
        return copy;
    }

    private Forms put(String pointer, JsonNode value) {
        Forms copy = new Forms(root.deepCopy());
        JsonNode parent = copy.parent(pointer);
        if (parent instanceof ArrayNode list) {
            list.add(value);
        } else {
            ((ObjectNode) parent).set(leaf(pointer), value);
        }
        return copy;
    }

    private JsonNode parent(String pointer) {
        return root.at(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    private static String leaf(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    /** Its first applicant. */
    String applicant() {
        return root.at("/applicants/0").toString();
    }

    public JsonNode tree() {
        return root;
    }

    public String json() {
        return root.toString();
    }

    ApplicationForm form() {
        return JSON.treeToValue(root, ApplicationForm.class);
    }
}
