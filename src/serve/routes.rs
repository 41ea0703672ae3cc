//! What can be asked of the page's server.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router, middleware};
use serde::{Deserialize, Serialize};

use super::connections;
use super::desk::Desk;
use super::gate::{Gate, guard, policy_of_page, random};
use super::page::Page;
use super::saving::{Refusal, save};
use super::session::Session;
use super::view::{View, view};
use crate::report::language::say;
use crate::report::{Language, is_plain_name};

/// What all requests share.
pub(super) struct App {
    pub(super) session: Mutex<Session>,
    pub(super) desk: Arc<Desk>,
    pub(super) page: Page,
}

type Shared = State<Arc<App>>;

/// Longest text of a field, in characters.
const LONGEST_TEXT: usize = 100;
/// How long a request for news waits for some.
const PATIENCE: Duration = Duration::from_secs(20);
/// How long work for an older wish may go on until it has its first figures.
const GRACE: Duration = Duration::from_millis(500);

/// All routes, behind the gate.
pub(super) fn routes(app: Arc<App>, gate: Gate) -> Router {
    Router::new()
        .route("/", get(whole))
        .route("/view", get(news))
        .route("/change", post(change))
        .route("/undo", post(undo))
        .route("/redo", post(redo))
        .route("/reset", post(reset))
        .route("/save", post(save_as))
        .route("/open", post(open))
        .layer(middleware::from_fn(connections::whole))
        .layer(middleware::from_fn_with_state(gate, guard))
        .with_state(app)
}

/// A template that cannot be filled is a slip of this program.
fn failed(error: impl std::fmt::Display) -> Response {
    (StatusCode::INTERNAL_SERVER_ERROR, format!("{error:#}\n")).into_response()
}

impl App {
    pub(super) fn session(&self) -> MutexGuard<'_, Session> {
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn view(&self, session: &Session) -> Result<View, minijinja::Error> {
        let version = *self.desk.news().borrow();
        view(version, session, self.desk.answer().as_deref(), &self.page)
    }

    fn answer(&self, session: &Session) -> Response {
        self.view(session).map_or_else(failed, |view| Json(view).into_response())
    }

    /// Has what stands on the page simulated, where it can be, and answers with the page as it stands.
    fn look(&self, session: &mut Session) -> Response {
        if session.look() {
            self.wish(session);
        }
        self.desk.tell();
        self.answer(session)
    }

    pub(super) fn wish(&self, session: &mut Session) {
        if let Some(older) = self.desk.wish(session.wish()) {
            let desk = Arc::clone(&self.desk);
            tokio::spawn(async move {
                tokio::time::sleep(GRACE).await;
                desk.hurry(&older);
            });
        }
    }
}

async fn whole(State(app): Shared) -> Response {
    let session = app.session();
    let Ok(nonce) = random() else { return failed("the system has no random numbers") };
    let page = app.view(&session).and_then(|view| app.page.whole(&session, &view, &nonce));
    match page {
        Ok(page) => ([(CONTENT_SECURITY_POLICY, policy_of_page(&nonce))], Html(page)).into_response(),
        Err(error) => failed(error),
    }
}

#[derive(Deserialize)]
struct After {
    /// The version that the page has.
    #[serde(default)]
    after: u64,
}

/// Waits until there is something newer than the page has, for a while.
async fn news(State(app): Shared, Query(After { after }): Query<After>) -> Response {
    let mut news = app.desk.news();
    let newer = news.wait_for(|version| *version > after);
    // Nothing new in all that time is an answer too.
    let _ = tokio::time::timeout(PATIENCE, newer).await;
    app.answer(&app.session())
}

#[derive(Deserialize)]
struct Change {
    field: String,
    text: String,
    /// Whether more of the same movement follows.
    #[serde(default)]
    moving: bool,
}

async fn change(State(app): Shared, Json(change): Json<Change>) -> Response {
    if change.text.chars().count() > LONGEST_TEXT {
        return (StatusCode::UNPROCESSABLE_ENTITY, "this text is too long for a field\n").into_response();
    }
    let mut session = app.session();
    match session.change(&change.field, &change.text, change.moving) {
        Some(()) => app.look(&mut session),
        None => (StatusCode::UNPROCESSABLE_ENTITY, "there is no such field\n").into_response(),
    }
}

/// Requests that need no more than their name; the empty object keeps forms of other pages out.
#[derive(Deserialize)]
struct Nothing {}

async fn undo(State(app): Shared, Json(Nothing {}): Json<Nothing>) -> Response {
    let mut session = app.session();
    session.history.undo();
    app.look(&mut session)
}

async fn redo(State(app): Shared, Json(Nothing {}): Json<Nothing>) -> Response {
    let mut session = app.session();
    session.history.redo();
    app.look(&mut session)
}

async fn reset(State(app): Shared, Json(Nothing {}): Json<Nothing>) -> Response {
    let mut session = app.session();
    session.history.clear();
    app.look(&mut session)
}

#[derive(Deserialize)]
struct Save {
    name: String,
    /// The file of which somebody has said that it may be replaced.
    #[serde(default)]
    replace: Option<String>,
}

/// What became of a file.
#[derive(Default, Serialize)]
struct Outcome {
    /// Which file.
    name: String,
    /// What is wrong, if something is, and the language in which it is said.
    problem: Option<String>,
    lang: &'static str,
    /// Whether there is a file of that name, which may be replaced.
    exists: bool,
    /// What was done.
    done: Option<String>,
}

async fn save_as(State(app): Shared, Json(Save { name, replace }): Json<Save>) -> Response {
    let mut session = app.session();
    let name = name.trim().to_owned();
    let saved = save(&mut session, &name, replace.as_deref());
    app.desk.tell();
    let (language, lang) = (session.language, session.language.code());
    match saved {
        Ok(()) => {
            let done = Some(say!(language, "serve-saved", name = &name));
            Json(Outcome { name, lang, done, ..Outcome::default() }).into_response()
        }
        Err(Refusal { words, exists }) => {
            let status = if exists { StatusCode::CONFLICT } else { StatusCode::OK };
            (status, Json(Outcome { name, problem: Some(words), lang, exists, done: None })).into_response()
        }
    }
}

#[derive(Deserialize)]
struct Open {
    name: String,
}

/// Goes on from another file of the folder, or from the same as it is now.
async fn open(State(app): Shared, Json(Open { name }): Json<Open>) -> Response {
    let mut session = app.session();
    let known = is_plain_name(&name) && name.ends_with(".toml") && session.base.path.with_file_name(&name).is_file();
    let (problem, lang) = if known {
        (session.open(&name).err().map(|problems| problems.render(false)), Language::English.code())
    } else {
        (Some(say!(session.language, "serve-name-unknown", name = &name)), session.language.code())
    };
    if problem.is_none() {
        app.wish(&mut session);
        app.desk.tell();
    }
    Json(Outcome { name, problem, lang, ..Outcome::default() }).into_response()
}
