//! The kinds of faults, each with what it is and what is done about it.

use super::faults::Effect;

macro_rules! faults {
    ($($name:ident $effect:ident $title:literal $rule:literal)*) => {
        /// A kind of fault in a contact log.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Fault {
            $(#[doc = $title] $name,)*
        }

        impl Fault {
            /// All kinds: first those of whole rows, then of fields, of the times of a row, of rows held together, and
            /// of days.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// What it is, as the subject of a count.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)* }
            }

            /// What is done about it.
            #[must_use]
            pub fn rule(self) -> &'static str {
                match self { $(Self::$name => $rule,)* }
            }

            /// What becomes of the rows that have it.
            #[must_use]
            pub fn effect(self) -> Effect {
                match self { $(Self::$name => Effect::$effect,)* }
            }
        }
    };
}

faults! {
    // Whole rows.
    BeforeHeader LeftOut "rows above the header" "left out: titles of a report, no contacts"
    BlankRow LeftOut "blank rows" "left out"
    CommentRow LeftOut "rows that begin with #" "left out as comments"
    RepeatedHeader LeftOut "rows that repeat the header" "left out"
    TotalsRow LeftOut "rows of totals" "left out: a sum, no contact"
    CutOffRow LeftOut "rows cut off at the end of a file" "left out"
    WrongFieldCount LeftOut "rows with too few or too many fields" "left out"
    LongRow LeftOut "rows longer than a megabyte" "left out"
    ExtraSeparators Mended "rows with empty fields behind the last column" "the empty fields are ignored"
    OpenQuote Mended "rows with a quote that is never closed" "the quote is removed, and the row ends with its line"
    LineBreakInField Kept "rows with a line break between quotes" "read as one row"
    NotUtf8 Mended "rows that are not UTF-8 text" "read as Windows-1252"
    NulBytes Mended "rows with NUL bytes" "the NUL bytes are removed"

    // Fields.
    SpacesAround Mended "rows with spaces around a value" "the spaces are removed"
    LongField Mended "names longer than 200 characters" "cut to 200 characters"
    MixedCase Mended "rows whose type or agent differs from another only in upper and lower case" "taken for the same, spelt as it was first"
    MissingType Mended "rows without a contact type" "taken for a type `(none)`"
    MissingOutcome Mended "rows without an outcome" "answered where an agent or handling is told, otherwise abandoned"
    UnknownOutcome LeftOut "rows with an outcome that is not known" "left out; say in the mapping what it means"
    PlaceholderAgent Mended "answered rows with a placeholder for an agent" "taken for a row without an agent"
    ThousandSeparators Mended "rows with thousands separators in a number" "the separators are removed"
    DecimalCommas Mended "rows with a decimal comma" "read as a decimal point"
    UnreadablePriority Mended "rows with a priority that cannot be read" "taken for a row without a priority"

    // The times of a row.
    MissingArrival LeftOut "rows without a time of arrival" "left out"
    UnreadableArrival LeftOut "rows with a date or time of arrival that cannot be read" "left out"
    ImpossibleDate LeftOut "rows with a date that does not exist" "left out"
    ImpossibleTime LeftOut "rows with a time of day that does not exist" "left out"
    OtherDateFormat Mended "rows with a date in another format than the others" "read by its own format"
    UtcTimes Kept "rows with times in UTC" "kept as they stand: hours of the day are those of UTC unless the mapping has a `shift`"
    OffsetChanged Kept "rows at which the offset from UTC differs from the row before" "the offset is ignored: times are local"
    UnreadableTime Mended "rows with a later time that cannot be read" "taken for a row without it"
    UnreadableDuration Mended "rows with a duration that cannot be read" "taken for a row without it"
    NegativeDuration LeftOut "rows with a negative duration" "left out"
    EndlessDuration LeftOut "rows with a duration longer than the longest that is believed" "left out; the longest is 24 h unless the mapping has a `longest`"
    OverMidnight Mended "rows whose later times are after midnight" "dated on the next day"
    SlightlyBackwards Mended "rows whose clock runs backwards by up to 2 s" "taken for 0 s"
    Backwards LeftOut "rows whose clock runs backwards" "left out"
    ContradictoryWait Kept "rows whose wait differs from their times by more than a second" "the wait that is given is kept"
    ContradictoryHandling Kept "rows whose handling time differs from their times by more than a second" "the handling time that is given is kept"
    ClockChange Kept "rows whose times differ from a duration by exactly one hour" "the duration is kept: the clock was changed"
    MissingWait LeftOut "answered or abandoned rows without a wait" "left out"
    AnsweredWithoutAgent Kept "answered rows without an agent" "kept; they do not count for agents on duty"
    AnsweredWithoutHandling Kept "answered rows without a handling time" "kept; they do not count for handling times"
    NoHandling Kept "answered rows with a handling time of 0 s" "kept"
    AbandonedWithHandling Mended "abandoned rows with a handling time" "the handling time is ignored"
    AbandonedWithAgent Mended "abandoned rows with an agent" "the agent is ignored"

    // Rows held together.
    IdenticalRow LeftOut "rows that repeat another one" "left out; the first is kept"
    IdenticalTwin Kept "rows that equal another one and bear no number, customer or agent" "kept: two contacts may look alike"
    RevisedRow LeftOut "rows with the number and the arrival of another one, and other content" "left out; the first is kept"
    RepeatedId Kept "rows with the number of another one at another time" "kept: perhaps a transfer"
    OutOfOrder Kept "rows that arrived before the row above them" "sorted by arrival"
    LongBefore LeftOut "rows dated long before all others" "left out: more than 60 days before, and less than 1 % of the contacts"
    LongAfter LeftOut "rows dated long after all others" "left out: more than 60 days after, and less than 1 % of the contacts"
    OverlappingContacts Kept "contacts that begin while the same agent has another in hand" "kept"
    RareKind Kept "contact types with fewer than 30 contacts" "kept; too few to fit"
    CoarseTimes Kept "contacts of a file whose arrivals are told to the minute only" "kept; their order within a minute is that of the file"

    // Days.
    MissingDay Kept "days without a contact on a weekday that usually has some" "not counted as days that the log covers"
    ThinDay Kept "days with less than a quarter of the contacts usual for their weekday" "kept, and marked"
    SilentHours Kept "days with an hour or more without a contact in which fifteen or more usually come" "kept, and marked; a fit leaves them out"
    SkippedHour Kept "nights in which an hour has no contact: clocks put forward" "kept, and marked"
    DoubledHour Kept "nights in which an hour has about twice its contacts: clocks put back" "kept, and marked"
}
