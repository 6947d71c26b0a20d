//! Events of a timeline.

use super::date::point;
use super::names::Names;
use crate::import::blocks;
use crate::import::common::html_of;
use crate::import::importer::Importer;
use crate::import::keys::{find, starts_with, written};
use crate::limits::{MAX_EVENTS, MAX_HEADLINE};
use crate::parse::json::Node;
use crate::parse::{At, is_absent};
use crate::story::{Bound, EdtfDate, Event, Point, Precision, Run, SafeLink, Text, Time};

/// What dates are called in words.
const SAID: &str = "display_date displayDate display_text";

/// The events in the order of the document, and how many were over the limit.
pub fn events(importer: &mut Importer, at: &At, names: &Names) -> (Vec<Event>, usize) {
    let Some(list) = at.get(names.events) else { return (Vec::new(), 0) };
    let Node::List(items) = list.node else {
        importer.reader.wrong_type(&list, "a list");
        return (Vec::new(), 0);
    };
    let is_told = tells_hours(items, names);
    let mut events = Vec::new();
    importer.each_of(&list, MAX_EVENTS, &mut |importer, entry| {
        if !matches!(entry.node, Node::Map(_)) {
            return importer.reader.wrong_type(entry, "an object");
        }
        events.extend(event(importer, entry, names, is_told(entry.node)));
    });
    (events, items.len().saturating_sub(MAX_EVENTS))
}

/// Of which things the hours matter: all happens on one day, or things that follow each other do,
/// at different hours. Then midnight may be what a program writes that knows no hour.
fn tells_hours(items: &[Node], names: &Names) -> impl Fn(&Node) -> bool {
    let start = names.start;
    let at = move |item: &Node, wants_time| point(find(item, start)?, wants_time);
    let day = |item: &Node| {
        at(item, false).filter(|point| matches!(point.precision(), Precision::Day { .. }))
    };
    let hour = |item: &Node| {
        at(item, true).filter(|point| matches!(point.precision(), Precision::Second { .. }))
    };
    let first = items.first().and_then(day);
    let are_of_one_day = |(one, next): (&Node, &Node)| {
        let hours = hour(one).zip(hour(next)).filter(|(one, next)| one != next);
        hours.is_some() && day(one) == day(next)
    };
    let is_one = items.len() > 1 && first.is_some() && items.iter().all(|item| day(item) == first);
    let are_told = items.iter().zip(items.iter().skip(1)).any(are_of_one_day);
    let midnight = Time::new(0, 0, 0, None);
    move |item| {
        let is_midnight = |point: Point| match point.precision() {
            Precision::Second { time, .. } => Some(time) == midnight,
            _ => false,
        };
        is_one || are_told && !at(item, true).is_some_and(is_midnight)
    }
}

fn event(importer: &mut Importer, at: &At, names: &Names, wants_time: bool) -> Option<Event> {
    let inner = if names.is_nested { at.get("text") } else { None };
    let texts = if names.is_nested { inner.as_ref() } else { Some(at) };
    let headline = texts.and_then(|texts| importer.label(texts, "headline"));
    // Some give the text alone.
    let bare = at.get("text").filter(|text| names.is_nested && matches!(text.node, Node::Text(_)));
    let text = match bare {
        Some(_) => line(importer, at, "text"),
        None => texts.and_then(|texts| line(importer, texts, "text")),
    };
    let mut text = text.unwrap_or_default();
    let media = at.get(names.media).filter(|media| matches!(media.node, Node::Map(_)));
    // A quotation may stand in the place of an address.
    if let Some(media) = &media
        && starts_with(find(media.node, names.address), "<blockquote")
        && let Some(quotation) = line(importer, media, names.address)
    {
        blocks::join(&mut text, quotation);
    }
    let text = if text.is_empty() && headline.is_none() {
        media.as_ref().and_then(|media| of_media(importer, media, names)).unwrap_or_default()
    } else {
        text
    };
    if text.is_empty() && headline.is_none() {
        importer.report(at, "missing-field", "an event needs a text, left out");
        return None;
    }
    let (date, said) = when(importer, at, names, wants_time);
    let url = media.as_ref().and_then(|media| address(importer, media, names));
    let group = names.group.split(' ').find_map(|key| {
        let value = at.get(key).filter(|value| written(value.node).is_some())?;
        importer.plain_value(&value, MAX_HEADLINE)
    });
    Some(Event { date, display_date: said, headline, text, group, url, key: false })
}

fn line(importer: &mut Importer, at: &At, key: &str) -> Option<Text> {
    let value = at.get(key)?;
    let text = html_of(importer, &value)?;
    Some(blocks::line(importer, &value, text)).filter(|text| !text.is_empty())
}

/// What stands for the text of an event that has none: what is under its picture, or a link.
fn of_media(importer: &mut Importer, media: &At, names: &Names) -> Option<Text> {
    ["caption", "credit"].into_iter().find_map(|key| line(importer, media, key)).or_else(|| {
        let url = address(importer, media, names).filter(SafeLink::is_web)?;
        let text = blocks::plain_text(url.host());
        Some(vec![Run::Link { url, text }])
    })
}

/// The date, and the date in words. A date that cannot be read is told as it is written.
fn when(
    importer: &mut Importer,
    at: &At,
    names: &Names,
    wants_time: bool,
) -> (Option<EdtfDate>, Option<String>) {
    let (start, end) = (at.get(names.start), at.get(names.end));
    let read = |value: &Option<At>| value.as_ref().and_then(|value| point(value.node, wants_time));
    let (from, to) = (read(&start), read(&end));
    let to = to.filter(|to| Some(*to) != from);
    let said = importer.first_label(at, SAID);
    let said = said.or_else(|| {
        let mut own = |value: &Option<At>| importer.first_label(value.as_ref()?, SAID);
        said_of_ends((own(&start), from), (own(&end), to))
    });
    let Some(from) = from else {
        let as_written = start.as_ref().and_then(|start| unreadable(importer, start));
        return (None, said.or(as_written));
    };
    let date = match to {
        None => EdtfDate::on(from),
        Some(to) => interval(importer, at, from, to),
    };
    (Some(date), said)
}

/// What both ends are called: where one has no words of its own, its year stands for it.
fn said_of_ends(
    (from, begin): (Option<String>, Option<Point>),
    (to, end): (Option<String>, Option<Point>),
) -> Option<String> {
    if from.is_none() && to.is_none() {
        return None;
    }
    let year = |point: Option<Point>| {
        let point = point.filter(|point| point.precision() == Precision::Year && point.year() > 0);
        point.map(|point| point.year().to_string())
    };
    match (from.clone().or_else(|| year(begin)), to.or_else(|| year(end))) {
        (Some(from), Some(to)) if from != to => Some([from.as_str(), " – ", &to].concat()),
        _ => from,
    }
}

fn interval(importer: &mut Importer, at: &At, from: Point, to: Point) -> EdtfDate {
    let date = EdtfDate::as_written(Bound::On(from), Bound::On(to));
    let date = date.unwrap_or_else(|| EdtfDate::on(from));
    if date.is_reversed() {
        let message = "ends before it begins: told in words, not drawn to scale";
        importer.report(at, "reversed-interval", message);
    }
    date
}

/// What stands where a date should: a text, or a year that is one.
fn unreadable(importer: &mut Importer, start: &At) -> Option<String> {
    let year = start.get("year");
    let value = year.as_ref().unwrap_or(start);
    if is_absent(value.node) || matches!(value.node, Node::Map(_)) {
        return None;
    }
    importer.report(value, "unreadable-date", "not a date this card can read, told as written");
    importer.plain_value(value, MAX_HEADLINE)
}

/// Where more can be seen. Media may be code to embed too.
fn address(importer: &mut Importer, media: &At, names: &Names) -> Option<SafeLink> {
    let value = media.get(names.address)?;
    let Node::Text(raw) = value.node else {
        importer.reader.wrong_type(&value, "a URL");
        return None;
    };
    let raw = raw.trim();
    if raw.starts_with('<') {
        return blocks::shown_elsewhere(importer, &value, raw);
    }
    if raw.contains(' ') {
        return None;
    }
    importer.link_value(&value)
}
