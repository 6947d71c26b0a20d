//! Stars in words are stars; stars at the edges of words are emphasis, in every script.

use proptest::prelude::*;
use story_card::story::{Run, Text};

use super::{check, check_literal, read};
use crate::reading::read_with;

#[test]
fn masked_words_stay_as_they_are_written() {
    check_literal(
        &[
            "He called it a \"f***ing disgrace\" and a load of b******s, the recording shows.",
            "\"What the f*ck,\" she wrote, \"this is sh*t.\"",
            "You f***, you s***!",
            "an a** and a b**",
            "That ****ing **** of a ****.",
            "\"****\" and \"****\"",
            "“***!” he shouted, “you ***!”",
            "сука бл*ть, х*й и п****ц",
            "Ce c*n de m***e, dit-il",
            "김*수 씨와 이*영 씨",
        ],
        &[],
    );
}

#[test]
fn footnote_stars_and_products_stay_as_they_are_written() {
    check_literal(
        &[
            "Adults £12*, children £6*, families £30. *Booking fee not included.",
            "12 €*, 6 €** (*ohne Gebühr)",
            "The hall is 12*8*3 metres, the tank 4**2 times smaller.",
            "2*3*4",
            "a*(b+c)*d",
            "票价12*元，儿童6*元",
            "ราคา ๑๒*บาท ๖*บาท",
            "12 m²*, 8 m²*",
            "Film A (**½), film B (**½)",
            "the \"*\" key and the \"*\" sign, or (*) and (*)",
            "90%*. Then 80%*, or “this”*. And \"that\"*. Or \"so\"*",
            "12 €*/6 €*, (with tax)*. And (without)*",
            "成人票*，儿童票*。",
            "She got A*, A* and a B; Sgr A* and A*-C",
            "M*A*S*H and dial *21*0123#",
            "*args and **kwargs",
        ],
        &[],
    );
}

#[test]
fn gender_stars_stay_as_they_are_written() {
    check_literal(
        &[
            "Die Wähler*innen und die Nichtwähler*innen stimmten ab.",
            "trans* Personen und inter* Personen",
            "der*die Ärzt*in, jede*r Kolleg*in",
        ],
        &[],
    );
}

#[test]
fn stars_in_an_address_are_letters_of_it() {
    check_literal(
        &[
            "https://x.example/a*b*c",
            "Kept at https://web.archive.org/web/*/https://x.example/ and *so on",
            "https://x.example/?q=*a*&b=**c**/d",
            "(https://x.example/-*a*/b)",
        ],
        &[],
    );
    check(&[
        ("*https://x.example/a*", "E(https://x.example/a)"),
        ("see *https://x.example/*.", "see |E(https://x.example/)|."),
        ("**https://x.example/*/a** b", "S(https://x.example/*/a)| b"),
        ("https://x.example/ *a* b", "https://x.example/ |E(a)| b"),
        ("[a](https://x.example/)*b*", "L(a>https://x.example/)|E(b)"),
    ]);
}

#[test]
fn a_masked_word_may_stand_in_an_emphasis() {
    check(&[
        ("*the f*ck they do*", "E(the f*ck they do)"),
        ("**die Wähler*innen** und *ich*", "S(die Wähler*innen)| und |E(ich)"),
        ("*This s*** is bad*", "E(This s*** is bad)"),
        ("a b****** *really*", "a b****** |E(really)"),
    ]);
}

#[test]
fn emphasis_at_the_edges_of_words_is_emphasis() {
    check(&[
        (
            "This is *really* **important**, and so is *this*.",
            "This is |E(really)| |S(important)|, and so is |E(this)|.",
        ),
        ("(*a*)", "(|E(a)|)"),
        ("“*a*”—*b*", "“|E(a)|”—|E(b)"),
        ("the *Guardian*'s and l'*Avvenire*", "the |E(Guardian)|'s and l'|E(Avvenire)"),
        ("*Spiegel*-Bericht", "E(Spiegel)|-Bericht"),
        ("***both***, *a **b***", "S(E(both))|, |E(a |S(b))"),
        ("***“both”***", "S(E(“both”))"),
        ("*“quoted”*.", "E(“quoted”)|."),
        ("*.NET*", "E(.NET)"),
    ]);
}

#[test]
fn scripts_without_spaces_may_be_emphasised_inside_a_line() {
    check(&[
        ("这是**重点**内容", "这是|S(重点)|内容"),
        ("これは*大事*です", "これは|E(大事)|です"),
        ("นี่คือ**สำคัญ**มาก", "นี่คือ|S(สำคัญ)|มาก"),
        ("ນີ້*ສຳຄັນ*ຫຼາຍ", "ນີ້|E(ສຳຄັນ)|ຫຼາຍ"),
        ("នេះ*សំខាន់*ណាស់", "នេះ|E(សំខាន់)|ណាស់"),
        ("ဒါ*အရေးကြီး*တယ်", "ဒါ|E(အရေးကြီး)|တယ်"),
        ("在AI**领域**的", "在AI|S(领域)|的"),
        ("占比**5%**以上", "占比|S(5%)|以上"),
        ("*강조*는 **중요**한", "E(강조)|는 |S(중요)|한"),
    ]);
}

/// The text as it was written, from its runs; texts without brackets and backslashes.
fn written(runs: &Text) -> String {
    let run = |run: &Run| match run {
        Run::Plain(letters) => letters.clone(),
        Run::Strong(inner) => format!("**{}**", written(inner)),
        Run::Emphasis(inner) => format!("*{}*", written(inner)),
        other => panic!("{other:?}"),
    };
    runs.iter().map(run).collect()
}

fn paragraph(text: &str) -> Text {
    let fields = serde_json::json!({ "sections": [{ "blocks": [text] }] });
    match read_with(&fields).story.sections[0].blocks.remove(0) {
        story_card::story::Block::Paragraph(text) => text,
        other => panic!("{other:?}"),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_letter_is_lost_and_none_is_added(text in "[a-c1é日 한ก*“”\"'(),.!-]{1,40}x") {
        let text = text.trim();
        let runs = paragraph(text);
        prop_assert_eq!(written(&runs), text);
    }

    #[test]
    fn a_word_with_stars_in_it_is_never_emphasised(
        words in proptest::collection::vec("[A-Za-zäß]{1,4}\\*{1,7}[A-Za-z0-9]{0,4}", 1..6),
        between in "( |, | und | – )",
    ) {
        let text = words.join(&between);
        let (seen, codes) = read(&text);
        prop_assert_eq!(seen, text);
        prop_assert!(codes.is_empty());
    }

    #[test]
    fn words_between_stars_are_emphasised(
        words in "[A-Za-zäß]{1,8}( [a-z]{1,8}){0,3}", before in "(|\\(|“|a )", after in "(|\\)|”|, b|\\.)",
    ) {
        let (seen, _) = read(&format!("{before}**{words}**{after}"));
        let around = [before.as_str(), "S(", &words, ")", &after];
        let expected: String = around.concat();
        prop_assert_eq!(seen.replace('|', ""), expected);
    }
}
