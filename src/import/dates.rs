//! Dates as some publishers write them, and no others.

/// A day in an order that is one wherever it is written, as `2022-05-04`: `4.5.2022`, or
/// `2022年5月4日`.
pub fn day(text: &str) -> Option<String> {
    dotted(text).or_else(|| {
        let (year, rest) = text.trim().split_once('年')?;
        let (month, rest) = rest.split_once('月')?;
        let (day, _) = rest.split_once('日')?;
        dotted(&[day.trim(), ".", month.trim(), ".", year].concat())
    })
}

/// `4.5.2022`, with or without a time of day behind it, as `2022-05-04`.
fn dotted(text: &str) -> Option<String> {
    let day = text.trim().split([' ', ',']).next()?;
    let mut numbers = day.split('.');
    let (day, month, year) = (numbers.next()?, numbers.next()?, numbers.next()?);
    let is_number = |text: &str, least, most| {
        (least..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
    };
    let is_date = is_number(day, 1, 2) && is_number(month, 1, 2) && is_number(year, 4, 4);
    let padded = |text: &str| [if text.len() == 1 { "-0" } else { "-" }, text].concat();
    (is_date && numbers.next().is_none()).then(|| [year, &padded(month), &padded(day)].concat())
}
