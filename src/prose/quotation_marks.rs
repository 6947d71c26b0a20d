//! Quotation marks by language and region.

/// Opening and closing, and the same inside a quotation.
pub type Marks = [&'static str; 4];

/// English, and whatever is not in [`OTHERS`].
const COMMON: &str = "“ ” ‘ ’";

/// Languages, each perhaps with a script or a region: Unicode CLDR 48, `delimiters`. It has
/// nothing of the usage of Switzerland, of the narrow space in French, has for Arabic marks
/// that look alike in most fonts, and takes `pt` for Brazil's alone.
#[rustfmt::skip]
const OTHERS: &[(&str, &str)] = &[
    // Those that a region or a script sets apart from what follows.
    ("zh-Hans pt-BR ff-Adlm", COMMON),
    ("zh-Hant zh-TW zh-HK zh-MO yue ja", "「 」 『 』"),
    ("de-CH de-LI fr-CH am fa gsw rm sdh az-Cyrl az-Arab mzn jgo kkj wae", "« » ‹ ›"),
    ("kk-Arab ug", "» « › ‹"),
    ("de cs sk sl hr et is lb mk hsb dsb nds ksh luy bs-Cyrl bg lt prg sgs", "„ “ ‚ ‘"),
    ("ka", "„ “ « »"),
    ("fr", "«\u{202F} \u{202F}» “ ”"),
    ("pt it ar es-US ca ast eu el br kab kk ie sc lij pms blo cv hy oc ht ti mg bm dyo ewo mua nnh sg yav", "« » “ ”"),
    ("ru uk be ky os sah tyv bas bua", "« » „ “"),
    ("no nb nn rw dua ksf", "« » ‘ ’"),
    ("ur syr lld ms-Arab", "” “ ’ ‘"),
    ("sv fi he iw se rn sn lag yi", "” ” ’ ’"),
    ("pl ro nmg", "„ ” « »"),
    ("hu szl", "„ ” » «"),
    ("sr", "„ ” ’ ’"),
    ("bs", "„ ” ‘ ’"),
    ("ff agq", "„ ” ‚ ’"),
    ("shi zgh", "« » „ ”"),
    ("nl", "‘ ’ “ ”"),
    ("tn fur ia ti-ER", "‘ ’ “ ”"),
];

/// The marks of a language tag: by script, by region, or by the language alone.
pub fn marks(tag: &str) -> Marks {
    let mut subtags = tag.split('-').take_while(|subtag| subtag.len() > 1);
    let language = subtags.next().unwrap_or_default();
    let exact = subtags.find_map(|subtag| find(&[language, "-", subtag].concat()));
    let mut marks = exact.or_else(|| find(language)).unwrap_or(COMMON).split(' ');
    std::array::from_fn(|_| marks.next().unwrap_or_default())
}

fn find(name: &str) -> Option<&'static str> {
    let is_named = |names: &str| names.split(' ').any(|other| other.eq_ignore_ascii_case(name));
    OTHERS.iter().find(|(names, _)| is_named(names)).map(|(_, marks)| *marks)
}

/// Whether a text begins with a quotation mark of any language.
pub fn begins_with_one(text: &str) -> bool {
    text.starts_with([
        '"', '“', '”', '„', '‟', '«', '»', '‘', '‚', '‹', '›', '「', '『', '《', '〝',
    ])
}
