//! The kit notices what no page should see: without this, a quiet page proves nothing.

use story_card_e2e::{Kit, suite};

suite! {
    EVERYWHERE:
        uncaught_error_is_noticed,
        unhandled_rejection_is_noticed,
        policy_violation_is_noticed,
        dialog_is_noticed;
}

fn uncaught_error_is_noticed(kit: &Kit) {
    kit.expect_mishap("thrown on purpose");
    let page =
        kit.page("", "<script>setTimeout(() => { throw new Error('thrown on purpose') })</script>");
    page.wait("kit.mishaps.length");
}

fn unhandled_rejection_is_noticed(kit: &Kit) {
    kit.expect_mishap("rejected on purpose");
    let page = kit.page("", "<script>Promise.reject(new Error('rejected on purpose'))</script>");
    page.wait("kit.mishaps.length");
}

fn policy_violation_is_noticed(kit: &Kit) {
    kit.expect_mishap("img-src");
    let page = kit.page_under_policy("img-src 'none'; script-src 'self'", "<img src='/none.png'>");
    page.wait("kit.mishaps.length");
}

fn dialog_is_noticed(kit: &Kit) {
    kit.expect_mishap("dialog: alert(boo)");
    kit.page("", "<script>alert('boo')</script>").wait("kit.mishaps.length");
}
