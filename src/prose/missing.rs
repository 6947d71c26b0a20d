//! Pictures that fail to load: requested once more in another way where that is safe, else
//! replaced by their words.

use std::cell::RefCell;

use web_sys::Element;

use super::scheme;
use crate::attributes;
use crate::browser::page::{page_host, parse_url};
use crate::parse::Problem;
use crate::story::{SafeLink, Story};

/// How many pictures of a card are told: of a host that is down the first ones will do.
const MAX_TOLD: usize = 20;

/// The pictures that did not come.
#[derive(Debug, Default)]
pub struct Pictures {
    told: RefCell<Vec<String>>,
}

impl Pictures {
    /// Takes note of an element that could not be loaded; gives what to tell of it, once
    /// for each picture.
    pub fn failed(&self, element: &Element, story: Option<&Story>) -> Option<Problem> {
        if element.local_name() != "img" {
            return None;
        }
        let (asked, name) = scheme::asked(element);
        let src = asked.get_attribute(name)?;
        let url = SafeLink::new(&src, None, parse_url);
        let is_elsewhere = url.is_some_and(|url| url.is_cross_site(&page_host()));
        if element.has_attribute("crossorigin") && is_elsewhere {
            // Few hosts send the headers for this. Without it a browser may send the cookies
            // it has of that host, so never where those could be the page's own.
            let _ = element.remove_attribute("crossorigin");
            let _ = asked.set_attribute(name, &src);
            return None;
        }
        // Fails only for a bad name.
        let _ = asked.set_attribute(attributes::MISSING, "");
        if let Some(both) = element.parent_element().filter(|it| it.local_name() == "picture") {
            // Where the dark one is missing, the light one is asked for; where that is too, the
            // words come after both.
            scheme::follow(&both);
            let _ = both.toggle_attribute_with_force(attributes::MISSING, name == "src");
        }
        let mut told = self.told.borrow_mut();
        if told.len() >= MAX_TOLD || told.contains(&src) {
            return None;
        }
        let is_lead = |story: &Story| story.image.as_ref().is_some_and(|i| i.url.as_str() == src);
        let path = if story.is_some_and(is_lead) { "/image" } else { "" }.to_owned();
        let message = [
            "a picture did not come, its words stand in its place: ",
            &src,
            " (is it there, and does its host allow it with Access-Control-Allow-Origin?)",
        ];
        told.push(src.clone());
        Some(Problem { code: "image", path, message: message.concat() })
    }
}
