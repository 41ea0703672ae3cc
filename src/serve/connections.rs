//! Connections: so many at once, and none for ever that says nothing.

use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};

/// Most connections at once; further ones wait to be accepted. A browser has six.
const MOST: usize = 64;
/// How long the head of a request, or its body, may take to come; a connection without a request is closed after it.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long to wait when the system has no room for another connection.
const BREATH: Duration = Duration::from_millis(200);
/// Longest head of a request, in bytes.
const LONGEST_HEAD: usize = 16_384;
/// Longest body of a request, in bytes.
const LONGEST_BODY: usize = 4096;

/// Serves whoever connects, for ever; `open` ends the connections once this is not waited for any more.
pub(super) async fn serve(listener: TcpListener, routes: Router, open: &GracefulShutdown) -> Infallible {
    let places = Arc::new(Semaphore::new(MOST));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(PATIENCE).max_header_size(LONGEST_HEAD);
    loop {
        let place = Arc::clone(&places).acquire_owned().await;
        let Ok((stream, _)) = listener.accept().await else {
            sleep(BREATH).await;
            continue;
        };
        let connection = http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(routes.clone()));
        let connection = open.watch(connection);
        tokio::spawn(async move {
            // Whoever is cut off, or says what is no HTTP, is told so by its end.
            let _ = connection.await;
            drop(place);
        });
    }
}

/// Waits for the whole body of a request, as long as it is short and comes soon.
pub(super) async fn whole(request: Request, next: Next) -> Response {
    let (head, body) = request.into_parts();
    match timeout(PATIENCE, to_bytes(body, LONGEST_BODY)).await {
        Ok(Ok(body)) => next.run(Request::from_parts(head, body.into())).await,
        Ok(Err(_)) => StatusCode::PAYLOAD_TOO_LARGE.into_response(),
        Err(_) => StatusCode::REQUEST_TIMEOUT.into_response(),
    }
}
