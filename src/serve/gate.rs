//! Who may ask: only a page that this process has served to this machine.

use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, HeaderName, HeaderValue, ORIGIN, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use subtle::ConstantTimeEq;

/// Where the page puts its token.
pub(super) const TOKEN_HEADER: &str = "x-holdline-token";

/// The token and the names under which the page may ask.
#[derive(Clone)]
pub(super) struct Gate {
    token: String,
    hosts: Vec<String>,
}

impl Gate {
    /// A gate with a new token, from the operating system.
    pub(super) fn new(port: u16) -> Result<Self, getrandom::Error> {
        let token = random()?;
        // A browser leaves the usual port out.
        let ending = if port == 80 { String::new() } else { format!(":{port}") };
        let hosts = ["127.0.0.1", "localhost"].map(|name| format!("{name}{ending}")).into();
        Ok(Self { token, hosts })
    }

    /// The address of the page.
    pub(super) fn address(&self) -> String {
        let host = self.hosts.first().map(String::as_str).unwrap_or_default();
        format!("http://{host}/?token={}", self.token)
    }

    /// Why a request is refused, if it is.
    fn refusal(&self, request: &Request) -> Option<&'static str> {
        let headers = request.headers();
        let host = header(headers, &HOST).filter(|host| self.hosts.iter().any(|own| own == host));
        let Some(host) = host else { return Some("this is not the host that the page is served under") };
        // The page asks from where it was served; anybody else's page has another origin.
        if headers.contains_key(ORIGIN) && header(headers, &ORIGIN) != Some(&format!("http://{host}")) {
            return Some("this page is not served to other origins");
        }
        let query = request.uri().query().unwrap_or_default();
        let asked = query.split('&').find_map(|part| part.strip_prefix("token="));
        let given = headers.get(TOKEN_HEADER).and_then(|token| token.to_str().ok()).or(asked).unwrap_or_default();
        if bool::from(given.as_bytes().ct_eq(self.token.as_bytes())) {
            return None;
        }
        Some("open the whole address that `holdline serve` has printed, with its token")
    }
}

fn header<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// 32 random hexadecimal digits.
pub(super) fn random() -> Result<String, getrandom::Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}

/// What stands before every route: refuses, and tells the browser to keep what it gets to itself.
pub(super) async fn guard(State(gate): State<Gate>, request: Request, next: Next) -> Response {
    let mut response = match gate.refusal(&request) {
        Some(words) => (StatusCode::FORBIDDEN, format!("{words}\n")).into_response(),
        None => next.run(request).await,
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    for name in ["cross-origin-opener-policy", "cross-origin-resource-policy"] {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static("same-origin"));
    }
    let nothing = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");
    headers.entry(CONTENT_SECURITY_POLICY).or_insert(nothing);
    response
}

/// The policy of the page itself: its own script and style, which bear this mark, and requests to where it came from.
pub(super) fn policy_of_page(nonce: &str) -> String {
    format!(
        "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; connect-src 'self'; \
         img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
}
