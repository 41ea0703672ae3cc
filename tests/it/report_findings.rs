//! What charts and warnings claim about days, money and targets, and that they say it in every language.

use holdline::kpi::{DaySpread, Difference, ResultDocument, TargetLine};
use holdline::report::plot::{self, Chart, Colour, Mark};
use holdline::report::{Language, warnings};
use holdline::scenario::load_text;

use crate::centre::figures;
use crate::report_examples::{self as examples, estimate};

/// Days of a type with 80 % promised: so many of twenty per bin of five per cent.
fn with_days(bins: &[(usize, f64)]) -> ResultDocument {
    let mut document = examples::monday();
    document.scenarios[0].contacts.truncate(1);
    let (_, sales) = document.scenarios[0].contacts.first_mut().unwrap();
    let mut shares = vec![0.0; 20];
    bins.iter().for_each(|(bin, share)| shares[*bin] = *share);
    let percentiles = [("5", 0.71), ("95", 0.97)].map(|(name, value)| (name.to_owned(), value)).into_iter().collect();
    let kept = shares.iter().enumerate().map(|(bin, share)| if bin < 16 { 0.0 } else { *share }).collect();
    sales.days = Some(DaySpread { figure: "service_level".into(), days: 20, shares, kept, percentiles });
    sales.target = Some(TargetLine { answer: Some(0.8), within: 20.0, ..TargetLine::default() });
    document
}

fn days(document: &ResultDocument, language: Language) -> Chart {
    plot::charts(&document.scenarios[0], language).into_iter().find(|chart| chart.name == "days").unwrap()
}

#[test]
fn days_that_miss_stand_apart() {
    let chart = days(&with_days(&[(14, 0.1), (15, 0.2), (16, 0.7)]), Language::English);
    let colour = |mark: &Mark| if let Mark::Bar(_, colour, _) = mark { Some(*colour) } else { None };
    let colours: Vec<Colour> = chart.panels[0].marks.iter().filter_map(colour).collect();
    assert_eq!(colours, [Colour::Alarm, Colour::Alarm, Colour::Main], "80 % is the edge between the last two");
    assert_eq!(
        chart.title,
        "sales keeps its promise on 87 % (83–90) of days; one day in twenty answers 71.0 % or less in time"
    );
    let told: Vec<(&str, f64)> = chart.panels[0].points.iter().map(|p| (p.words.as_str(), p.value)).collect();
    assert_eq!(told[1], ("75–80 %: 20.0 % of days, of which 20.0 % miss a promise", 0.2));
}

#[test]
fn days_that_miss_another_promise_are_not_blamed_on_this_one() {
    let mut document = with_days(&[(18, 0.25), (19, 0.75)]);
    let (_, sales) = document.scenarios[0].contacts.first_mut().unwrap();
    let days = sales.days.as_mut().unwrap();
    days.kept[19] = 0.5;
    days.percentiles.insert("5".into(), 0.92);
    let chart = self::days(&document, Language::English);
    assert_eq!(chart.title, "sales keeps all that is promised on 87 % (83–90) of days");
    let bars = chart.panels[0].marks.iter().filter(|mark| matches!(mark, Mark::Bar(_, Colour::Alarm, _))).count();
    assert_eq!(bars, 1, "the day in four that misses something stands on those of its bin that do not");
}

/// The centre's change of service and cost in the last comparison of three scenarios.
fn with_changes(service: (f64, bool), cost: (f64, bool)) -> ResultDocument {
    let mut document = examples::variants();
    document.scenarios.truncate(2);
    document.comparisons.truncate(1);
    for (figure, (value, real)) in [("service_level", service), ("cost", cost)] {
        let difference = estimate(value, value.abs() / if real { 10.0 } else { 0.5 });
        let row = Difference { subject: None, figure: figure.into(), first: None, this: None, difference, real };
        document.comparisons[0].rows.push(row);
    }
    document
}

#[test]
fn money_is_said_to_buy_only_what_is_real() {
    let title = |service, cost| plot::tradeoff(&with_changes(service, cost), Language::English).unwrap().title;
    let noise = "No scenario differs for certain in cost or in service from the one it is compared with";
    assert_eq!(title((0.05, false), (-300.0, false)), noise);
    assert!(title((0.05, true), (-300.0, true)).contains("serves better for less money"));
    assert!(title((0.05, true), (300.0, true)).contains("for more money"));
    assert!(title((-0.05, true), (-300.0, true)).contains("saves money and serves worse"));
    assert!(title((0.05, false), (-300.0, true)).contains("serves no differently for certain"));
    assert!(title((0.05, true), (300.0, false)).contains("at no certain difference in cost"));
}

#[test]
fn one_scenario_trades_nothing() {
    assert_eq!(plot::tradeoff(&examples::monday(), Language::English), None);
}

#[test]
fn a_miss_that_chance_could_make_is_no_miss() {
    let mut document = examples::monday();
    let (_, sales) = document.scenarios[0].contacts.first_mut().unwrap();
    sales.target = Some(TargetLine { answer: Some(0.8), within: 20.0, ..TargetLine::default() });
    let mut seen = |level, error| {
        document.scenarios[0].contacts.first_mut().unwrap().1.service_level = estimate(level, error);
        let all = warnings(&document.scenarios[0], Language::English);
        all.into_iter().map(|warning| warning.seen).find(|seen| seen.contains("chance alone"))
    };
    assert_eq!(seen(0.75, 0.001), None, "a certain miss");
    assert_eq!(seen(0.85, 0.1), None, "no miss");
    assert!(seen(0.79, 0.01).unwrap().contains("about 4 times as many replications"));
}

/// What is seen by the warnings about a centre with the mean patience, the staff, the channel and the model given.
fn seen(channel: &str, further: &str, staff: u32, whole: &str) -> Vec<String> {
    let text = format!(
        "name = \"One queue\"\n[horizon]\nduration = \"10h\"\n[run]\nreplications = 10\n{whole}\n\
         [contacts.desk]\nchannel = \"{channel}\"\narrivals = {{ per_hour = 60 }}\nhandle = {{ exponential = {{ mean = \"5min\" }} }}\n{further}\n\
         [agents.team]\nskills = [\"desk\"]\nstaff = {staff}\n"
    );
    let scenario = load_text(std::path::Path::new("one.toml"), &text, &[]).unwrap().scenario;
    warnings(&figures(&scenario), Language::English).into_iter().map(|warning| warning.seen).collect()
}

#[test]
fn a_model_beyond_its_validity_is_said_to_be() {
    let endless = |channel, further, staff| {
        seen(channel, further, staff, "").iter().any(|seen| seen.starts_with("Nobody hangs up"))
    };
    assert!(endless("voice", "", 5), "just as much work as agents can do");
    assert!(!endless("voice", "", 12), "hardly any wait");
    assert!(!endless("voice", "patience = { exponential = { mean = \"6min\" } }", 5), "callers hang up");
    assert!(!endless("email", "", 5), "nobody sits and waits for an e-mail");
    let unasked = |patience: &str, staff| {
        let further = format!("patience = {{ exponential = {{ mean = \"{patience}\" }} }}");
        seen("voice", &further, staff, "[satisfaction]").into_iter().find(|seen| seen.starts_with("Many wait longer"))
    };
    let far = unasked("60min", 2).unwrap();
    assert!(far.contains("wait over 20 min"), "{far}");
    assert_eq!(unasked("60min", 12), None);
}

/// Texts that are names, numbers or abbreviations in every language.
fn is_common(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    letters < 6
        || ["CSAT", "sales", "service", "e-mail", "technical", "Monday"].iter().any(|name| text.starts_with(name))
}

#[test]
fn every_language_says_everything_in_its_own_words() {
    let document = examples::variants();
    let texts = |language| {
        let of_scenario = document.scenarios.iter().flat_map(|s| plot::charts(s, language));
        let of_all = [plot::comparison, plot::tradeoff, plot::customers_compared];
        let charts: Vec<Chart> = of_scenario.chain(of_all.iter().filter_map(|of| of(&document, language))).collect();
        let said = charts.into_iter().flat_map(|chart| {
            let keys = chart.keys.into_iter().map(|key| key.text);
            [chart.title, chart.subtitle].into_iter().chain(keys).collect::<Vec<_>>()
        });
        let warned = document.scenarios.iter().flat_map(|s| warnings(s, language));
        said.chain(warned.flat_map(|w| [w.seen, w.matters, w.remedy])).collect::<Vec<String>>()
    };
    let english = texts(Language::English);
    assert!(english.len() > 50, "{}", english.len());
    for language in [Language::German, Language::French, Language::Korean] {
        let other = texts(language);
        assert_eq!(other.len(), english.len(), "{language:?}");
        let is_name = |text: &String| document.scenarios.iter().any(|scenario| scenario.name == *text);
        let same = english.iter().zip(&other).filter(|(a, b)| a == b && !is_common(a) && !is_name(a));
        let same: Vec<_> = same.collect();
        assert!(same.is_empty(), "{language:?}: {same:#?}");
    }
}
