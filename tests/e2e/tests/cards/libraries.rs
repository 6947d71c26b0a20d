//! Libraries that stand between the card and the browser.

use serde_json::json;
use story_card_e2e::{Kit, suite};

use crate::host::{LOADER, tag};
use crate::stories::cited;

suite! {
    EVERYWHERE:
        recorder_of_visits_learns_of_every_sheet;
}

/// Recorders of visits learn of sheets as this does; so do stand-ins for adopted sheets.
const RECORDER: &str = "<script>
    const { get, set } = Object.getOwnPropertyDescriptor(ShadowRoot.prototype, 'adoptedStyleSheets')
        ?? Object.getOwnPropertyDescriptor(Document.prototype, 'adoptedStyleSheets');
    Object.defineProperty(ShadowRoot.prototype, 'adoptedStyleSheets', {
        get, set(sheets) { this.recorded = [...sheets]; set.call(this, sheets); } });
</script>";

fn recorder_of_visits_learns_of_every_sheet(kit: &Kit) {
    let url = kit.story(&cited());
    let card = kit.page(&format!("{RECORDER}{LOADER}"), &tag(&url)).card();
    card.wait("card.state === 'ready'");
    let sheets = card.run(
        "const { recorded = [], adoptedStyleSheets: worn } = card.shadowRoot;
         return [recorded.length > 1, [...worn].every((sheet) => recorded.includes(sheet))];",
    );
    assert_eq!(sheets, json!([true, true]));
}
