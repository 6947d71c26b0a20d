//! The words of the interface, English by default, each replaceable by name.
//!
//! A placeholder in braces is filled in by [`fill`]: `{n}` a number, `{date}` a date.

mod chosen;

pub use self::chosen::Words;
pub(crate) use crate::phrase::around;
pub use crate::phrase::fill;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident $key:literal = $english:literal;)*) => {
        /// The name of a word or sentence that the card itself says.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Word {
            $($(#[$doc])* #[doc = concat!("“", $english, "”")] $name,)*
        }

        /// The key of each [`Word`] in a language file, and the English for it.
        pub const ENGLISH: &[(&str, &str)] = &[$(($key, $english),)*];
    };
}

words! {
    /// Before the date of first publication.
    Published "published" = "Published {date}";
    /// Before the date of the last change.
    Updated "updated" = "Updated {date}";
    /// Before the names of the authors.
    By "by" = "By {names}";
    /// Joins the last two names of a list.
    And "and" = "and";
    /// Marks an author that is a machine.
    Machine "machine" = "automated";
    /// Before the names of the editors.
    EditedBy "edited-by" = "Editor: {names}";
    /// Heading over one correction.
    Correction "correction" = "Correction";
    /// Heading over several corrections.
    Corrections "corrections" = "Corrections";
    /// Who wrote it, where people did without AI.
    TrustNone "trust-none" = "By {names}, without AI";
    /// Who wrote it: people with AI.
    TrustAssisted "trust-assisted" = "Written with AI, reviewed by people";
    /// Who wrote it: AI at a person's request.
    TrustGenerated "trust-generated" = "Written by AI, human review not stated";
    /// Who wrote it: AI alone.
    TrustAutonomous "trust-autonomous" = "Written by AI, not reviewed by people";
    /// Who wrote it: a machine, and nothing more is said.
    TrustMachine "trust-machine" = "Written by a machine, human review not stated";
    /// On how much a story or section rests.
    OneSource "one-source" = "{n} source";
    /// The same of several.
    SourcesCount "sources-count" = "{n} sources";
    /// The same with their publishers.
    SourcesFrom "sources-from" = "{n} sources from {count} publishers";
    /// How often a story was put right: once.
    OneCorrection "one-correction" = "{n} correction";
    /// How often a story was put right: several times.
    CorrectionsCount "corrections-count" = "{n} corrections";
    /// How long it takes to read.
    Minutes "minutes" = "{n} min read";
    /// Heading of what matters most.
    KeyPoints "key-points" = "Key points";
    /// The same where a machine made them.
    KeyPointsAi "key-points-ai" = "Key points, made by AI";
    /// Over what is known.
    Known "known" = "What we know";
    /// Over what is not known.
    Unknown "unknown" = "What we don’t know yet";
    /// Heading of the links to the sections.
    Index "index" = "In this story";
    /// Name of a link that leads to a section.
    SectionLink "section-link" = "Link to this section";
    ExpandAll "expand-all" = "Open all sections";
    CollapseAll "collapse-all" = "Close all sections";
    /// Heading of the timeline where the story gives none.
    Timeline "timeline" = "Timeline";
    /// Name of the choice between views of the timeline.
    TimelineView "timeline-view" = "Timeline view";
    TimelineBoth "timeline-both" = "Both";
    /// The timeline as a list alone.
    TimelineList "timeline-list" = "List";
    /// The timeline as a drawing alone.
    TimelineGraphic "timeline-graphic" = "Drawing";
    /// What the drawing says to those who do not see it.
    TimelineSentence "timeline-sentence" = "{n} events drawn to scale. The first: {start}. The last: {end}.";
    /// Spoken name of a mark of the drawing.
    TimelineMark "timeline-mark" = "{date}: {event}";
    /// Spoken name of a mark that stands for several events.
    TimelineCluster "timeline-cluster" = "{n} events, the first {start}, the last {end}";
    /// The clock of the scale, where it shows days or hours.
    TimelineClock "timeline-clock" = "Times on the scale: {zone}.";
    /// What a broken axis leaves out.
    TimelineBreak "timeline-break" = "The scale leaves out {start} to {end}.";
    /// Where the axis goes on at another scale.
    TimelineScale "timeline-scale" = "The scale changes at {date}.";
    /// Events that the drawing cannot show.
    TimelineUndated "timeline-undated" = "{n} event has no exact date and stands only in the list.|{n} events have no exact date and stand only in the list.";
    ZoomIn "zoom-in" = "Zoom in";
    ZoomOut "zoom-out" = "Zoom out";
    /// Shows all of the drawing.
    ZoomAll "zoom-all" = "All";
    /// Shows every event of a long list.
    ShowAllEvents "show-all-events" = "Show all {n} events";
    /// Folds a long list of events.
    ShowFewerEvents "show-fewer-events" = "Show fewer events";
    /// Heading of the list of sources.
    Sources "sources" = "Sources";
    /// Heading of the related stories.
    Related "related" = "Related stories";
    /// Heading over the authors' biographies.
    AboutAuthors "about-authors" = "About the author";
    /// Spoken name of a marker.
    SourceN "source-n" = "{n}, {publisher}";
    /// Spoken name of a marker whose source names nobody.
    SourceNAlone "source-n-alone" = "Source {n}";
    /// Spoken name of a marker for several sources.
    SourcesN "sources-n" = "Sources {n}";
    /// How many entries of a list were found.
    NOfCount "n-of-count" = "{n} of {count}";
    /// Nothing in a list holds what is searched for.
    NothingFound "nothing-found" = "Nothing here mentions “{words}”.";
    /// Ends a search that has found nothing; spoken name of the button for all of the drawing.
    ShowAll "show-all" = "Show all";
    /// Shows every source of a long list.
    ShowAllSources "show-all-sources" = "Show all {n} sources";
    /// Folds a long list of sources.
    ShowFewerSources "show-fewer-sources" = "Show fewer sources";
    /// How many publishers the sources are of: one, and several.
    PublishersN "count-publishers" = "{n} publisher|{n} publishers";
    NewsN "count-news" = "{n} news report|{n} news reports";
    JournalN "count-journal" = "{n} journal article|{n} journal articles";
    ReportN "count-report" = "{n} report|{n} reports";
    BookN "count-book" = "{n} book|{n} books";
    DataN "count-data" = "{n} data set|{n} data sets";
    InterviewN "count-interview" = "{n} interview|{n} interviews";
    SpeechN "count-speech" = "{n} speech|{n} speeches";
    LawN "count-law" = "{n} legal text|{n} legal texts";
    /// Name of the box that searches the sources.
    FilterSources "filter-sources" = "Search the sources";
    /// Name of the box that searches the events.
    FilterEvents "filter-events" = "Search the timeline";
    /// A source that was read.
    Accessed "accessed" = "Accessed {date}";
    /// Link to the copy that stays.
    Archived "archived" = "Archived copy";
    /// A source without a URL.
    NoLink "no-link" = "No link given";
    /// A source that no marker points to.
    NotCited "not-cited" = "Not cited in the text";
    /// How often a source is cited: once.
    CitedOnce "cited-once" = "Cited once";
    /// How often a source is cited: several times.
    CitedTimes "cited-times" = "Cited {n} times";
    /// Spoken name of the way back from a source to a marker.
    BackTo "back-to" = "Back to mention {n} of source {source}";
    /// The words of the source that are marked are in the story too.
    SupportsQuote "supports-quote" = "Marked words quoted word for word";
    /// The citation gives the source's sense.
    SupportsParaphrase "supports-paraphrase" = "Paraphrased";
    /// The citation gives background.
    SupportsBackground "supports-background" = "For background";
    KindNews "kind-news" = "News report";
    KindJournal "kind-journal" = "Journal article";
    KindReport "kind-report" = "Report";
    KindBook "kind-book" = "Book";
    KindData "kind-data" = "Data set";
    KindInterview "kind-interview" = "Interview";
    KindSpeech "kind-speech" = "Speech";
    KindLaw "kind-law" = "Legal text";
    Close "close" = "Close";
    /// Heading of the notice of what AI did.
    HowMade "how-made" = "How this story was made";
    /// Written by people alone.
    AiNone "ai-none" = "Written by people, without AI.";
    /// Written with AI, reviewed by people.
    AiAssisted "ai-assisted" = "Written with the help of AI and reviewed by people.";
    /// Written by AI at a person's request.
    AiGenerated "ai-generated" = "Written by AI.";
    /// Written and published by AI alone.
    AiAutonomous "ai-autonomous" = "Written by AI and published without human review.";
    /// A machine is the author and nothing more is said.
    AiAuthor "ai-author" = "Written by an automated author.";
    /// The same of one section: written by people alone.
    AiSectionNone "ai-section-none" = "This section was written by people, without AI.";
    /// The same of one section: written with AI.
    AiSectionAssisted "ai-section-assisted" = "This section was written with the help of AI and reviewed by people.";
    /// The same of one section: written by AI.
    AiSectionGenerated "ai-section-generated" = "This section was written by AI.";
    /// The same of one section: written and published by AI alone.
    AiSectionAutonomous "ai-section-autonomous" = "This section was written by AI and published without human review.";
    /// The systems that took part.
    AiSystems "ai-systems" = "AI system: {names}";
    /// Link to the publisher's principles.
    Principles "principles" = "How we work";
    License "license" = "Licence";
    /// Entries left out of a list for being over the limit.
    More "more" = "{n} more, not shown";
    Analysis "analysis" = "Analysis";
    Background "background" = "Background";
    Opinion "opinion" = "Opinion";
    Review "review" = "Review";
    Breaking "breaking" = "Breaking";
    /// The kind of journalism: growing while events go on.
    Live "live" = "Live";
    /// While a story is on its way.
    Loading "loading" = "Loading the story";
    /// A newer version has come, at this time of the day.
    UpdatedAt "updated-at" = "Updated {time}";
    /// A newer version could not be had; the one shown came at this time.
    NotUpdatedSince "not-updated-since" = "Not updated since {time}";
    /// Marks what the newer version has changed.
    Changed "changed" = "updated";
    /// Marks what the newer version has added.
    New "new" = "new";
    /// Before what is new.
    Since "since" = "Since {time}:";
    /// What is new: the headline.
    HeadlineChanged "headline-changed" = "headline changed";
    /// What is new: lead or key points.
    LeadChanged "lead-changed" = "introduction changed";
    /// What is new: so many sections more.
    SectionsNew "sections-new" = "{n} new section|{n} new sections";
    /// What is new: so many sections that say something else.
    SectionsChanged "sections-changed" = "{n} section changed|{n} sections changed";
    /// What is new: so many corrections.
    CorrectionsNew "corrections-new" = "{n} new correction|{n} new corrections";
    /// What is new: so many events of the timeline.
    EventsNew "events-new" = "{n} new event|{n} new events";
    Retry "retry" = "Try again";
    /// Nothing came back.
    ErrorNetwork "error-network" = "The story could not be loaded. Its site did not answer, or does not allow it to be shown here.";
    ErrorOffline "error-offline" = "The story could not be loaded: you are offline.";
    ErrorTimeout "error-timeout" = "The story took too long to arrive.";
    /// The server said no.
    ErrorHttp "error-http" = "The site of this story could not deliver it (status {status}).";
    ErrorGone "error-gone" = "This story is no longer available.";
    ErrorTooLarge "error-too-large" = "This story is too large to show.";
    /// The document is broken or something else.
    ErrorDocument "error-document" = "This story cannot be shown: the site sent something that is not a story.";
    /// A web page came instead.
    ErrorPage "error-page" = "This story cannot be shown: the site sent a web page, not a story.";
    /// A feed or other XML came instead.
    ErrorFeed "error-feed" = "This story cannot be shown: the site sent a news feed or other data, not a story.";
    ErrorEmpty "error-empty" = "This story cannot be shown: the site sent an empty answer.";
    ErrorVersion "error-version" = "This story needs a newer version of this card.";
    /// Embargoed, expired or cancelled.
    ErrorWithheld "error-withheld" = "The publisher is not showing this story at the moment.";
    /// Before an approximate date (EDTF `~`).
    DateAbout "date-about" = "about {date}";
    /// Before an uncertain date (EDTF `?`).
    DatePossibly "date-possibly" = "possibly {date}";
    /// Before a date that is both (EDTF `%`).
    DatePossiblyAbout "date-possibly-about" = "possibly about {date}";
    /// An interval that goes on (EDTF `2020/..`).
    DateUntilNow "date-until-now" = "{date} – present";
    /// An interval that goes on, and had not begun when the story was written.
    DateFrom "date-from" = "from {date}";
    /// An interval whose end is unknown (EDTF `2020/`).
    DateEndUnknown "date-end-unknown" = "from {date}, end unknown";
    /// An interval whose start is open (EDTF `../2020`).
    DateUntil "date-until" = "until {date}";
    /// An interval whose start is unknown (EDTF `/2020`).
    DateStartUnknown "date-start-unknown" = "until {date}, start unknown";
    /// A closed interval.
    DateRange "date-range" = "{start} – {end}";
    /// A decade (EDTF `198X`), by its first year; `{last}` is its last.
    DateDecade "date-decade" = "{n}s";
    /// A hundred years (EDTF `19XX`): not as a decade is said, or `190X` would be the same.
    DateCentury "date-century" = "{n}–{last}";
    /// Northern or southern, the word is the same (EDTF season 21).
    Spring "spring" = "spring";
    Summer "summer" = "summer";
    Autumn "autumn" = "autumn";
    Winter "winter" = "winter";
    /// A season and its year.
    DateSeason "date-season" = "{season} {year}";
    /// A year before our era; `{n}` is the year, or the whole date.
    DateBce "date-bce" = "{n} BCE";
    /// A year, or a whole date, of our era, where the one before it is not.
    DateCe "date-ce" = "{n} CE";
}
