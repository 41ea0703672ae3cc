//! The local page for trying things: `holdline serve`.
//!
//! What is tried is a scenario file that extends the saved one (`draft`); it is read by the same reader as any other,
//! simulated in growing steps by one thread of its own (`refine`), and shown by a server that speaks to this machine
//! alone (`gate`, `routes`, `connections`). What stands on the page lives in the `session`, so that it outlives a reload. Between
//! the server and the simulation there is room for one wish and one answer (`desk`): nothing queues up, however fast
//! somebody moves a slider.

mod base;
mod changes;
mod chart;
mod connections;
mod desk;
mod draft;
mod fields;
mod gate;
mod page;
mod refine;
mod results;
mod routes;
mod saving;
mod sentence;
mod session;
mod typed;
mod view;

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base::Base;
use desk::Desk;
use gate::Gate;
use hyper_util::server::graceful::GracefulShutdown;
use page::Page;
use routes::{App, routes};
use session::Session;

use crate::report::Language;
use crate::scenario::Loaded;

/// Why the page could not be served.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The port is taken, or may not be used.
    #[error("cannot listen on port {port} of this machine")]
    Listen {
        /// The port that was asked for; 0 for any.
        port: u16,
        /// What the system said.
        source: io::Error,
    },
    /// The system gives no random numbers, so there is no token.
    #[error("the system gives no random numbers")]
    Random(#[from] getrandom::Error),
    /// A template of the page is wrong.
    #[error("the page cannot be made")]
    Page(#[from] minijinja::Error),
    /// The server ended by itself.
    #[error("the server has failed")]
    Server(#[from] io::Error),
    /// The simulation ended by itself.
    #[error("the simulation has failed; please report the scenario to the authors")]
    Simulation,
}

/// A page that is ready to be served.
pub struct Server {
    listener: TcpListener,
    app: Arc<App>,
    gate: Gate,
}

/// Ends a server from anywhere.
#[derive(Clone)]
pub struct Stopper(Arc<Desk>);

impl Stopper {
    /// Ends the server, and what it simulates, now.
    pub fn stop(&self) {
        self.0.close();
    }
}

/// How long the last answers may take when the server ends.
const FAREWELL: Duration = Duration::from_millis(500);

impl Server {
    /// Takes a port of this machine (0 for any that is free) for a scenario that was read from a file.
    ///
    /// # Errors
    /// Where the port is taken or the system gives no random numbers.
    pub fn bind(file: &Path, loaded: Loaded, port: u16, language: Language) -> Result<Self, ServeError> {
        let listen = |source| ServeError::Listen { port, source };
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(listen)?;
        listener.set_nonblocking(true).map_err(listen)?;
        let gate = Gate::new(listener.local_addr().map_err(listen)?.port())?;
        let session = Session::new(Base::new(file, loaded), language);
        let app = App { session: Mutex::new(session), desk: Arc::new(Desk::new()), page: Page::new(language)? };
        Ok(Self { listener, app: Arc::new(app), gate })
    }

    /// The address of the page, with the token without which nothing is answered.
    #[must_use]
    pub fn address(&self) -> String {
        self.gate.address()
    }

    /// The means to end it.
    #[must_use]
    pub fn stopper(&self) -> Stopper {
        Stopper(Arc::clone(&self.app.desk))
    }

    /// Serves the page until it is stopped.
    ///
    /// # Errors
    /// Where the server or the simulation fails.
    pub fn run(self) -> Result<(), ServeError> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(self.serve())
    }

    async fn serve(self) -> Result<(), ServeError> {
        let listener = tokio::net::TcpListener::from_std(self.listener)?;
        self.app.wish(&mut self.app.session());
        let desk = Arc::clone(&self.app.desk);
        let worker = tokio::task::spawn_blocking(move || {
            let _closing = Closing(Arc::clone(&desk));
            refine::work(&desk);
        });
        let open = GracefulShutdown::new();
        // The worker ends when the desk is closed.
        let worked = tokio::select! {
            worked = worker => worked,
            never = connections::serve(listener, routes(self.app, self.gate), &open) => match never {},
        };
        let _ = tokio::time::timeout(FAREWELL, open.shutdown()).await;
        worked.map_err(|_| ServeError::Simulation)
    }
}

/// Closes the desk when the worker is gone, for whatever reason: a page without a worker would wait for ever.
struct Closing(Arc<Desk>);

impl Drop for Closing {
    fn drop(&mut self) {
        self.0.close();
    }
}
