package court.archive.render;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.GregorianCalendar;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.type.BadFieldValueException;
import org.apache.xmpbox.xml.XmpSerializer;

/** What makes a PDF one for the archive: PDF/A-2u, ISO 19005-2 §6.6 (metadata) and §6.2.3 (output intent). */
final class LongTerm {

    private static final String PROGRAM = "移动微执行";
    private static final String COLOURS = "sRGB IEC61966-2.1";

    private LongTerm() {}

    static void mark(PDDocument document, Volume volume) throws IOException {
        document.setVersion(1.7f);
        // the same volume gives the same bytes
        document.setDocumentId(volume.sealedAt().toEpochMilli());
        String title = volume.caseNumber() + Frame.title(volume);
        Calendar date = GregorianCalendar.from(volume.sealedAt().atZone(ZoneId.of("Asia/Shanghai")));
        document.setDocumentInformation(information(title, volume.court(), date));
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage("zh-CN");
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(metadata(title, volume.court(), date));
        catalog.setMetadata(metadata);
        catalog.addOutputIntent(colours(document));
    }

    private static PDDocumentInformation information(String title, String court, Calendar date) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setAuthor(court);
        information.setCreator(PROGRAM);
        information.setProducer(PROGRAM);
        information.setCreationDate(date);
        information.setModificationDate(date);
        return information;
    }

    private static byte[] metadata(String title, String court, Calendar date) throws IOException {
        XMPMetadata xmp = XMPMetadata.createXMPMetadata();
        try {
            var archive = xmp.createAndAddPDFAIdentificationSchema();
            archive.setPart(2);
            archive.setConformance("U");
            var core = xmp.createAndAddDublinCoreSchema();
            core.setTitle(title);
            core.addCreator(court);
            var basic = xmp.createAndAddXMPBasicSchema();
            basic.setCreatorTool(PROGRAM);
            basic.setCreateDate(date);
            basic.setModifyDate(date);
            xmp.createAndAddAdobePDFSchema().setProducer(PROGRAM);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new XmpSerializer().serialize(xmp, bytes, true);
            return bytes.toByteArray();
        } catch (BadFieldValueException | TransformerException e) {
            throw new IOException("metadata cannot be written", e);
        }
    }

    private static PDOutputIntent colours(PDDocument document) throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
        intent.setInfo(COLOURS);
        intent.setOutputCondition(COLOURS);
        intent.setOutputConditionIdentifier(COLOURS);
        intent.setRegistryName("http://www.color.org");
        return intent;
    }
}
