package court.filing.filing;

import court.platform.contract.FileRef;
import court.platform.contract.FilingEvent;
import court.platform.json.Secret;

/** A document attached to a filing 立案材料; its name is protected, because it may tell who it is about. */
record Material(String kind, Secret name, FileRef file) {

    FilingEvent.Material told() {
        return new FilingEvent.Material(file.id(), kind, name);
    }
}
