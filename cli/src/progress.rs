//! How far the work is, on standard error, when somebody is there to see it and has waited a while.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::time::Duration;

/// How long nothing is shown: most runs are over by then.
const PATIENCE: Duration = Duration::from_millis(700);

/// A bar over the bytes to be read, or a count where their number is not known.
pub(crate) struct Progress {
    bar: ProgressBar,
    unit: &'static str,
    count: u64,
    _until_dropped: Option<Sender<()>>,
}

impl Progress {
    /// Begins to wait; nothing is ever shown where standard error is no terminal, or `is_quiet`.
    pub(crate) fn new(bytes: Option<u64>, unit: &'static str, is_quiet: bool) -> Self {
        let bar = ProgressBar::with_draw_target(bytes, ProgressDrawTarget::hidden());
        let template =
            if bytes.is_some() { "{spinner} {bar:40} {percent:>3} %  {msg}" } else { "{spinner} {elapsed}  {msg}" };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.set_message(format!("0 {unit}"));
        let shown_later = bar.clone();
        let until_dropped = (!is_quiet && std::io::stderr().is_terminal()).then(|| {
            let (sender, receiver) = mpsc::channel();
            std::thread::spawn(move || {
                if receiver.recv_timeout(PATIENCE) == Err(RecvTimeoutError::Timeout) {
                    shown_later.set_draw_target(ProgressDrawTarget::stderr());
                    shown_later.enable_steady_tick(Duration::from_millis(100));
                }
            });
            sender
        });
        Self { bar, unit, count: 0, _until_dropped: until_dropped }
    }

    /// Tells how many more results there are, and how many bytes have been read for them.
    pub(crate) fn advance(&mut self, results: usize, bytes: u64) {
        self.count += results as u64;
        self.bar.set_message(format!("{} {}", self.count, self.unit));
        self.bar.set_position(bytes);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
