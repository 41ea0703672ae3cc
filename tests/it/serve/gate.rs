//! Who is turned away: whoever has no token, comes from elsewhere, or asks for what there is not.

use serde_json::json;

use super::client::Served;
use super::{CENTRE, workplace};

const ROUTES: [&str; 8] =
    ["GET /", "GET /view", "POST /change", "POST /undo", "POST /redo", "POST /reset", "POST /save", "POST /open"];

#[test]
fn nothing_is_answered_without_the_token() {
    let served = Served::start(&workplace("token"), "centre.toml");
    let host = served.host();
    assert!(served.token.len() >= 32 && served.token.chars().all(|c| c.is_ascii_hexdigit()));
    let mut changed = served.token.clone();
    changed.replace_range(..1, if changed.starts_with('0') { "1" } else { "0" });
    let wrong = [String::new(), "0".repeat(32), changed, format!("{}0", served.token), served.token[1..].to_owned()];
    for route in ROUTES {
        let plain = served.request(route, &[("host", &host), ("content-type", "application/json")], "{}");
        assert_eq!((plain.status, plain.body.contains("Centre")), (403, false), "{route}");
        for token in &wrong {
            let asked = served.request(&format!("{route}?token={token}"), &[("host", &host)], "");
            let headed = served.request(route, &[("host", &host), ("x-holdline-token", token)], "");
            assert_eq!((asked.status, headed.status), (403, 403), "{route} with `{token}`");
        }
    }
    let page = served.request(&format!("GET /?token={}", served.token), &[("host", &host)], "");
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Centre"));
    let other = Served::start(&workplace("token-2"), "centre.toml");
    assert_ne!(other.token, served.token);
}

#[test]
fn other_origins_and_other_hosts_are_refused() {
    let served = Served::start(&workplace("origin"), "centre.toml");
    let (own, token) = (served.host(), served.token.as_str());
    let port = served.port;
    let status = |host: &str, origin: Option<&str>, route: &str| {
        let mut headers = vec![("host", host), ("x-holdline-token", token), ("content-type", "application/json")];
        headers.extend(origin.map(|origin| ("origin", origin)));
        let answer = served.request(route, &headers, "{}");
        assert!(answer.headers.iter().all(|(name, _)| !name.starts_with("access-control-")), "{answer:?}");
        answer.status
    };
    for route in ["POST /undo", "OPTIONS /undo", "GET /view"] {
        let good = if route.starts_with("OPTIONS") { 405 } else { 200 };
        assert_eq!(status(&own, None, route), good, "{route}");
        assert_eq!(status(&own, Some(&format!("http://{own}")), route), good, "{route}");
        let local = format!("localhost:{port}");
        assert_eq!(status(&local, Some(&format!("http://{local}")), route), good, "{route}");
        for origin in [
            "null".to_owned(),
            "http://evil.example".to_owned(),
            format!("https://{own}"),
            format!("http://{local}"),
            format!("http://127.0.0.1:{}", port ^ 1),
            format!("http://{own}.evil.example"),
        ] {
            assert_eq!(status(&own, Some(&origin), route), 403, "{route} from {origin}");
        }
        for host in ["evil.example", "127.0.0.1", &format!("evil.example:{port}"), &format!("127.0.0.1:{}", port ^ 1)] {
            assert_eq!(status(host, None, route), 403, "{route} at {host}");
        }
    }
    let nameless = served.raw(&format!("GET /view?token={token} HTTP/1.0\r\n\r\n"));
    assert_eq!(nameless.status, 403, "without a host");
}

#[test]
fn there_are_no_files_to_be_had() {
    let folder = workplace("paths");
    std::fs::write(folder.join("secret.txt"), "the secret").unwrap();
    let served = Served::start(&folder, "centre.toml");
    for path in [
        "/centre.toml",
        "/secret.txt",
        "/../secret.txt",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..%2f..%2fetc%2fpasswd",
        "//etc/passwd",
        "/view/../secret.txt",
        "/assets/page.js",
        "/favicon.ico",
        "/view/",
        "/.",
    ] {
        let answer = served.get(path);
        assert_eq!(answer.status, 404, "{path}: {}", answer.body);
        assert!(!answer.body.contains("secret") && !answer.body.contains("root:"), "{path}: {}", answer.body);
    }
    assert_eq!(served.get("/save").status, 405, "saving takes a POST");
}

#[test]
fn malformed_requests_change_nothing() {
    let folder = workplace("malformed");
    let served = Served::start(&folder, "centre.toml");
    let host = served.host();
    let headed = |kind: &str, body: &str| {
        let headers = [("host", host.as_str()), ("x-holdline-token", &served.token), ("content-type", kind)];
        served.request("POST /change", &headers, body).status
    };
    let sound = json!({ "field": super::STAFF, "text": "9" }).to_string();
    // What a form of another page could send without asking first.
    for kind in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"] {
        assert_eq!(headed(kind, &sound), 415, "{kind}");
    }
    assert_eq!(headed("application/json", "{"), 400);
    assert_eq!(headed("application/json", "{\"field\":3}"), 422);
    assert_eq!(headed("application/json", &json!({ "field": "group.7.agents", "text": "9" }).to_string()), 422);
    assert_eq!(headed("application/json", &json!({ "field": super::STAFF, "text": "9".repeat(200) }).to_string()), 422);
    let long = json!({ "field": super::STAFF, "text": "9".repeat(100_000) }).to_string();
    assert_eq!(headed("application/json", &long), 413);
    assert_eq!(served.get("/view?after=x").status, 400);
    let view = served.settled();
    assert_eq!((view["changes"].as_u64(), view["undo"].as_bool()), (Some(0), Some(false)));
    assert_eq!(std::fs::read_to_string(folder.join("centre.toml")).unwrap(), *CENTRE);
}

#[test]
fn browsers_are_told_to_keep_what_they_get_to_themselves() {
    let served = Served::start(&workplace("headers"), "centre.toml");
    let page = served.get("/");
    let policy = page.header("content-security-policy").unwrap();
    for part in ["default-src 'none'", "script-src 'nonce-", "frame-ancestors 'none'", "form-action 'none'"] {
        assert!(policy.contains(part), "{policy}");
    }
    assert!(!policy.contains("unsafe"), "{policy}");
    assert_ne!(served.get("/").header("content-security-policy"), Some(policy), "a mark is used once");
    for answer in [page, served.get("/view"), served.get("/nowhere")] {
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        assert_eq!(answer.header("referrer-policy"), Some("no-referrer"));
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert!(answer.header("content-security-policy").is_some());
    }
}

#[cfg(target_os = "linux")]
#[test]
fn only_this_machine_is_listened_to() {
    let served = Served::start(&workplace("loopback"), "centre.toml");
    let listening = |file: &str| {
        let table = std::fs::read_to_string(file).unwrap_or_default();
        let ending = format!(":{:04X}", served.port);
        let columns = table.lines().map(|line| line.split_whitespace().collect::<Vec<_>>());
        // State 0A is that of a listener.
        let listeners = columns.filter(|line| line.get(3) == Some(&"0A") && line[1].ends_with(&ending));
        listeners.map(|line| line[1].to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(listening("/proc/net/tcp"), [format!("0100007F:{:04X}", served.port)]);
    assert_eq!(listening("/proc/net/tcp6"), Vec::<String>::new());
}
