//! `news-compare serve`: the page of a story on 127.0.0.1, made anew and reloaded whenever its file changes.
//!
//! A server of few lines because it answers two questions of one machine: the page, and whether the story has changed. It listens on the
//! loopback address only and answers no other name, so that no page on the web can reach it through a name of its own.

use crate::arguments::ServeArguments;
use crate::bundle::{Extra, Kind, Widget, page};
use crate::fault::Fault;
use crate::story;
use news_compare::Options;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

/// How often the file is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(200);
/// How long the page's question stays open.
const LONGEST_WAIT: Duration = Duration::from_secs(20);
/// How many bytes of a request are read.
const LONGEST_REQUEST: u64 = 1 << 16;

/// The port of an address that names none.
const HTTP: u16 = 80;

/// Asks for the next state of the file and loads the page again when it comes.
const RELOAD: &str = "(async () => { for (;;) { try { const answer = await fetch('/changed' + STATE); if (answer.status === 205) return location.reload(); } \
catch { await new Promise((resolve) => setTimeout(resolve, 1000)); } } })();";

struct Preview {
    arguments: ServeArguments,
    widget: Widget,
    port: u16,
}

/// Serves until the program is ended.
pub(crate) fn run(arguments: ServeArguments) -> Result<ExitCode, Fault> {
    let widget = Widget::load(arguments.script.as_deref(), Kind::Whole)?;
    // A wrong story is told on the page, where it is mended; a missing one at once.
    let name = arguments.story.display().to_string();
    fs::metadata(&arguments.story).map_err(|error| Fault::file(&name, error))?;
    let wanted = arguments.port;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, wanted))
        .map_err(|error| Fault::file(&format!("port {wanted}"), error))?;
    let port = listener.local_addr().map_err(|error| Fault::file("the address", error))?.port();
    let line = writeln!(io::stdout(), "{name} is at http://127.0.0.1:{port}/ (Ctrl+C ends it)");
    line.map_err(|error| Fault::output("standard output", error))?;
    let preview = Arc::new(Preview { arguments, widget, port });
    for stream in listener.incoming().flatten() {
        let preview = Arc::clone(&preview);
        std::thread::spawn(move || {
            // A browser that goes away is no fault of ours.
            let _ = preview.answer(stream);
        });
    }
    Ok(ExitCode::SUCCESS)
}

/// Returns what tells one state of a file from the next.
fn state(path: &Path) -> String {
    let metadata = fs::metadata(path).ok();
    let time = metadata.as_ref().and_then(|metadata| metadata.modified().ok());
    let time = time.and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
    format!("{}-{}", time.map_or(0, |time| time.as_nanos()), metadata.map_or(0, |metadata| metadata.len()))
}

impl Preview {
    fn answer(&self, stream: TcpStream) -> io::Result<()> {
        stream.set_read_timeout(Some(LONGEST_WAIT))?;
        let mut reader = BufReader::new(stream.try_clone()?.take(LONGEST_REQUEST));
        let mut line = String::new();
        reader.read_line(&mut line)?;
        let (method, rest) = line.split_once(' ').unwrap_or_default();
        let is_head = method == "HEAD";
        let target = if is_head || method == "GET" { rest.split(' ').next().unwrap_or_default() } else { "" };
        let mut host = String::new();
        loop {
            let mut header = String::new();
            if reader.read_line(&mut header)? == 0 || header.trim().is_empty() {
                break;
            }
            if let Some((name, value)) = header.split_once(':')
                && name.eq_ignore_ascii_case("host")
            {
                host = value.trim().to_ascii_lowercase();
            }
        }
        let respond = |status: &str, kind: &str, body: &str| respond(stream, status, kind, body, is_head);
        if !is_ours(&host, self.port) {
            return respond("403 Forbidden", "text/plain", "this preview answers on 127.0.0.1 only\n");
        }
        match target.split_once('?').unwrap_or((target, "")) {
            ("/", _) => respond("200 OK", "text/html", &self.page()),
            ("/changed", since) => {
                let begin = Instant::now();
                while state(&self.arguments.story) == since && begin.elapsed() < LONGEST_WAIT {
                    std::thread::sleep(LOOK_EVERY);
                }
                let changed = state(&self.arguments.story) != since;
                respond(if changed { "205 Reset Content" } else { "204 No Content" }, "text/plain", "")
            }
            _ => respond("404 Not Found", "text/plain", "there is nothing here\n"),
        }
    }

    /// Makes the page from what the file holds now, or one that says what is wrong with it.
    fn page(&self) -> String {
        let since = state(&self.arguments.story);
        let script = RELOAD.replace("STATE", &format!("'?{since}'"));
        let options: Options = self.arguments.reasons.options();
        match story::read(&self.arguments.story, &options) {
            Ok(comparison) => page(&comparison, &self.widget, options.language, Extra::Preview(&script)),
            Err(fault) => {
                let fault = fault.to_string().replace('&', "&amp;").replace('<', "&lt;");
                format!(
                    "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>News Compare</title><p>{fault}</p><script>{script}</script></html>\n"
                )
            }
        }
    }
}

/// Tells whether a request asks for this machine by its own name. Who asks at the port of all web servers does not say the port.
fn is_ours(host: &str, port: u16) -> bool {
    let is_port = |given: &str| {
        given.strip_prefix(':').map_or(given.is_empty() && port == HTTP, |given| given == port.to_string())
    };
    ["127.0.0.1", "localhost"].iter().any(|name| host.strip_prefix(name).is_some_and(is_port))
}

/// Writes the answer; to `HEAD`, what stands above it.
fn respond(mut stream: TcpStream, status: &str, kind: &str, body: &str, is_head: bool) -> io::Result<()> {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\nContent-Length: {}\r\nCache-Control: no-store\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes())?;
    if !is_head {
        stream.write_all(body.as_bytes())?;
    }
    stream.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_names_at_our_own_port_are_answered() {
        for host in ["127.0.0.1:8090", "localhost:8090"] {
            assert!(is_ours(host, 8090) && !is_ours(host, 80) && !is_ours(host, 809), "{host}");
        }
        for host in ["127.0.0.1", "localhost", "localhost:80"] {
            assert!(is_ours(host, 80) && !is_ours(host, 8090), "{host}");
        }
        for host in ["", "evil.example", "localhost.evil.example", "localhost80", "127.0.0.1:", "evil.example:80"] {
            assert!(!is_ours(host, 80), "{host}");
        }
    }
}
