//! Work that takes time: off the interpreter's lock, stopped by Ctrl-C, with progress told on the thread that called.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

/// How often signals are looked at and progress is told.
const TICK: Duration = Duration::from_millis(100);

/// What the work tells, and how it is told to stop.
#[derive(Debug, Default)]
pub(crate) struct Gauge {
    /// Raised when the work is to stop.
    pub(crate) cancel: AtomicBool,
    done: AtomicU64,
    all: AtomicU64,
}

impl Gauge {
    /// So much is done, and so much there is to do; 0 where nobody knows.
    pub(crate) fn set(&self, done: u64, all: u64) {
        self.done.store(done, Ordering::Relaxed);
        self.all.store(all, Ordering::Relaxed);
    }

    fn tell(&self, py: Python<'_>, progress: Option<&Py<PyAny>>) -> PyResult<()> {
        let Some(progress) = progress else { return Ok(()) };
        progress.call1(py, (self.done.load(Ordering::Relaxed), self.all.load(Ordering::Relaxed)))?;
        Ok(())
    }
}

/// Does the work on so many threads, or on all, and returns what it comes to; where a signal or `progress` raises, the
/// work is stopped and that is raised.
pub(crate) fn watched<T: Send>(
    py: Python<'_>,
    threads: Option<usize>,
    progress: Option<&Py<PyAny>>,
    work: impl FnOnce(&Gauge) -> T + Send,
) -> PyResult<T> {
    let (gauge, pool) = (Gauge::default(), pool(threads)?);
    let result = py.detach(|| {
        thread::scope(|scope| {
            let (finished, news) = mpsc::channel::<()>();
            let gauge = &gauge;
            let worker = scope.spawn(move || {
                // Dropped when the work ends, also when it ends badly.
                let _finished = finished;
                pool.install(|| work(gauge))
            });
            let mut raised = Ok(());
            while news.recv_timeout(TICK) == Err(mpsc::RecvTimeoutError::Timeout) {
                if raised.is_ok() {
                    raised = Python::attach(|py| py.check_signals().and_then(|()| gauge.tell(py, progress)));
                }
                if raised.is_err() {
                    gauge.cancel.store(true, Ordering::Relaxed);
                }
            }
            let result = worker.join().map_err(|_| PyRuntimeError::new_err("holdline broke off; please report this"));
            raised.and(result)
        })
    })?;
    gauge.tell(py, progress)?;
    Ok(result)
}

/// The threads of all cores, and the process whose they are.
static ALL: Mutex<Option<(u32, Arc<ThreadPool>)>> = Mutex::new(None);

/// So many threads, or those of all cores. A process that was forked has none of its parent's threads and gets its own.
fn pool(threads: Option<usize>) -> PyResult<Arc<ThreadPool>> {
    let build = |threads| {
        let pool = ThreadPoolBuilder::new().num_threads(threads).build();
        pool.map(Arc::new).map_err(|error| PyRuntimeError::new_err(error.to_string()))
    };
    if let Some(threads) = threads {
        return build(threads);
    }
    let mut all = ALL.lock().unwrap_or_else(PoisonError::into_inner);
    let process = std::process::id();
    match &*all {
        Some((owner, pool)) if *owner == process => Ok(pool.clone()),
        _ => {
            let pool = build(0)?;
            // The parent's threads are not there to be ended.
            std::mem::forget(all.replace((process, pool.clone())));
            Ok(pool)
        }
    }
}
