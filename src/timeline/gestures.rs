//! What the browser's events mean for the drawing.

use web_sys::wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent, WheelEvent};

use super::marks;
use super::measure::Extent;
use super::scale::{Key, Viewport};
use crate::attributes;
use crate::browser::listeners;
use crate::settings::TimelineView;

/// What the timeline is told.
#[derive(Debug)]
pub enum Message {
    /// Its room, which may have changed.
    Resized(Extent),
    /// Something else is seen of the axis.
    Moved,
    /// A button to zoom with was pressed.
    Zoom(Key),
    /// A cluster was pressed, which stands for the events from this one to that one.
    Open(usize, usize),
    /// The reader chose a view.
    Show(TimelineView),
    /// The reader folds or unfolds the list, by a key or else.
    Fold(bool),
}

/// A press of the button that folds the list.
pub fn fold(event: &Event) -> Option<Message> {
    let is_press = event.type_() == "click";
    let pressed = || listeners::target(event)?.closest("[data-fold]").ok()?;
    let is_fold = is_press && pressed().is_some();
    is_fold.then(|| Message::Fold(listeners::is_by_key(event.unchecked_ref())))
}

/// What an event comes to: whether the page may have it too, and news for the timeline.
pub fn read(event: &Event, viewport: &mut Viewport, is_mirrored: bool) -> Option<Message> {
    let target = listeners::target(event)?;
    let drawing = target.closest(".drawing").ok().flatten();
    let place = |x: i32, drawing: &Element| {
        let bounds = drawing.get_bounding_client_rect();
        let part = (f64::from(x) - bounds.left()) / bounds.width().max(1.0);
        if is_mirrored { 1.0 - part } else { part }
    };
    let is_news = match event.type_().as_str() {
        "click" => return pressed(&target),
        "pointerover" => {
            light(event, &target);
            false
        }
        "focusin" => {
            focused(event, &target);
            false
        }
        "pointerleave" => {
            unlight(event);
            false
        }
        "keydown" => return key_down(event.unchecked_ref(), &target, viewport, is_mirrored),
        "wheel" => {
            let wheel: &WheelEvent = event.unchecked_ref();
            let drawing = drawing.filter(|_| wheel.ctrl_key())?;
            // The page would zoom, even where the drawing cannot.
            event.prevent_default();
            // Lines and pages, which Firefox may count in, to pixels.
            let unit = if wheel.delta_mode() == 0 { 1.0 } else { 33.0 };
            viewport.wheel(place(wheel.client_x(), &drawing), wheel.delta_y() * unit)
        }
        kind => {
            let pointer: &PointerEvent = event.unchecked_ref();
            let finger = pointer.pointer_id();
            match (kind, drawing) {
                ("pointerdown", Some(drawing)) if pointer.button() == 0 => {
                    let _ = drawing.remove_attribute(attributes::DRAGGED);
                    viewport.down(finger, place(pointer.client_x(), &drawing));
                    false
                }
                // Let go elsewhere: until it is a drag the page has the pointer.
                ("pointermove", _) if pointer.buttons() == 0 => {
                    viewport.up(finger);
                    false
                }
                ("pointermove", Some(drawing)) => {
                    let is_news = viewport.moved(finger, place(pointer.client_x(), &drawing));
                    let width = drawing.get_bounding_client_rect().width();
                    if is_news && viewport.is_drag(width) {
                        // Fails only on a finger that is gone. The attribute keeps the
                        // mark under the finger from taking the end of the drag for a press.
                        let _ = drawing.set_pointer_capture(finger);
                        let _ = drawing.set_attribute(attributes::DRAGGED, "");
                    }
                    is_news
                }
                ("pointerup" | "pointercancel", _) => {
                    viewport.up(finger);
                    false
                }
                _ => false,
            }
        }
    };
    is_news.then_some(Message::Moved)
}

fn key_down(
    event: &KeyboardEvent,
    target: &Element,
    viewport: &mut Viewport,
    is_mirrored: bool,
) -> Option<Message> {
    let is_drawing = target.closest(".timeline-graphic").is_ok_and(|graphic| graphic.is_some());
    if !is_drawing || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return None;
    }
    if let Some(message) = pressed_by_key(event, target) {
        return Some(message);
    }
    let (left, right) =
        if is_mirrored { (Key::After, Key::Before) } else { (Key::Before, Key::After) };
    // From mark to mark; beyond the last one that is seen, on along the axis.
    let step = |is_next| marks::step(&target.closest(".event-mark").ok().flatten()?, is_next);
    let stepped = match event.key().as_str() {
        "ArrowDown" => step(true),
        "ArrowUp" => step(false),
        "ArrowLeft" => step(is_mirrored),
        "ArrowRight" => step(!is_mirrored),
        _ => None,
    };
    if let Some(mark) = stepped {
        use_up(event);
        // The event of the focus came amid this one, and was not heard.
        focused(event, &mark);
        return None;
    }
    let key = match event.key().as_str() {
        "+" | "=" => Key::In,
        "-" => Key::Out,
        "0" => Key::Whole,
        "ArrowLeft" => left,
        "ArrowRight" => right,
        _ => return None,
    };
    viewport.press(key).then(|| {
        use_up(event);
        Message::Moved
    })
}

/// The key that presses a mark: of SVG nothing but a link is pressed by the browser.
fn pressed_by_key(event: &KeyboardEvent, target: &Element) -> Option<Message> {
    let mark = target.closest(".event-mark").ok().flatten()?;
    if !matches!(event.key().as_str(), "Enter" | " ") {
        return None;
    }
    use_up(event);
    members(&mark)
}

/// A key that has done something here is not the page's too.
fn use_up(event: &KeyboardEvent) {
    event.prevent_default();
    event.stop_propagation();
}

/// The events a mark stands for, from the first to the last, to be shown.
fn members(mark: &Element) -> Option<Message> {
    let members = mark.get_attribute(attributes::EVENT)?;
    let first = members.split(' ').next()?;
    let last = members.rsplit(' ').next()?;
    Some(Message::Open(first.parse().ok()?, last.parse().ok()?))
}

/// A press of a button or a mark. That of an event's mark the card takes: it goes there.
fn pressed(target: &Element) -> Option<Message> {
    let selector = ".event-mark,[data-zoom],[data-view]";
    let pressed = target.closest(selector).ok().flatten()?;
    if pressed.has_attribute(attributes::EVENT) {
        let is_cluster = !pressed.has_attribute(attributes::GO);
        return is_cluster.then(|| members(&pressed)).flatten();
    }
    if let Some(zoom) = pressed.get_attribute(attributes::ZOOM) {
        return Some(Message::Zoom(match zoom.as_str() {
            "in" => Key::In,
            "out" => Key::Out,
            _ => Key::Whole,
        }));
    }
    let view = pressed.get_attribute(attributes::VIEW)?;
    // The section has this attribute too.
    (pressed.local_name() == "button").then(|| Message::Show(TimelineView::from_attribute(&view)))
}

/// Something in the timeline has the focus.
fn focused(event: &Event, target: &Element) {
    light(event, target);
    let mark = target.closest(".event-mark").ok().flatten();
    if let (Some(mark), Some(timeline)) = (mark, event.current_target()) {
        marks::stop_at(timeline.unchecked_ref(), &mark);
    }
}

/// Lights the event under the pointer or the focus, and its mark.
fn light(event: &Event, target: &Element) {
    unlight(event);
    let lit = target.closest("[data-event]").ok().flatten();
    let Some(members) = lit.and_then(|lit| lit.get_attribute(attributes::EVENT)) else { return };
    if !members.contains(' ') {
        each(event, &["[data-event~='", &members, "']"].concat(), |found| {
            // Fails never: the name is one.
            let _ = found.set_attribute(attributes::LIT, "");
        });
    }
}

fn unlight(event: &Event) {
    each(event, "[data-lit]", |found| {
        let _ = found.remove_attribute(attributes::LIT);
    });
}

/// Does something to each element of the timeline that a selector finds.
fn each(event: &Event, selector: &str, what: fn(&Element)) {
    let Some(root) = event.current_target() else { return };
    let root: Element = root.unchecked_into();
    let Ok(found) = root.query_selector_all(selector) else { return };
    for index in 0..found.length() {
        if let Some(found) = found.item(index) {
            what(found.unchecked_ref());
        }
    }
}
