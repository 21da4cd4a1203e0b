//! Serves the demo on 127.0.0.1, builds it again on every change and reloads the page.
//!
//! The page asks for the number of the build and waits for the answer, which comes with the next build. That script is
//! added by this server only; what is shipped does not have it.

use crate::{bundle, wasm::Profile, watch, workspace};
use anyhow::{Context as _, Result, anyhow, bail};
use std::path::{Component, Path};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};
use tiny_http::{Header, Request, Response, Server};

/// Tried first when no port is named.
const DEFAULT_PORT: u16 = 8080;
/// How many ports are tried when no port is named.
const PORTS_TRIED: u16 = 20;
/// How often the source files are looked at.
const LOOK_EVERY: Duration = Duration::from_millis(300);
/// How long a page's question stays open; shorter than any browser's or proxy's patience.
const LONGEST_WAIT: Duration = Duration::from_secs(25);
/// Folders whose files are served as they are.
const SERVED: [&str; 2] = ["corpora", "www"];

const RELOAD: &str = r#"<script>
(async () => {
  const ask = async (since) => (await fetch(`/build?since=${since}`)).text();
  for (let build = BUILD; ; ) {
    try {
      if ((await ask(build)) !== String(build)) return location.reload();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
})();
</script>
"#;

/// What is served, and the signal that it changed.
#[derive(Default)]
struct Site {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// Counts the builds; a page that knows a smaller number is old.
    build: u64,
    page: String,
    script: Arc<str>,
}

/// Builds and serves the demo until the program is ended.
///
/// # Errors
/// When no port is free.
pub(crate) fn run(port: Option<u16>, open: bool) -> Result<()> {
    let root = workspace::root();
    let (server, port) = listen(port)?;
    let site = Arc::new(Site::default());
    let mut seen = watch::Snapshot::take(&root, &watch::SOURCES);
    rebuild(&root, &site);
    answer(server, Arc::clone(&site));
    let address = format!("http://127.0.0.1:{port}/");
    println!("News Compare is at {address} (Ctrl+C ends it)");
    if open {
        open_browser(&address);
    }
    loop {
        thread::sleep(LOOK_EVERY);
        let now = watch::Snapshot::take(&root, &watch::SOURCES);
        if let Some(path) = seen.first_change(&now) {
            println!("{} changed", path.strip_prefix(&root).unwrap_or(path).display());
            seen = now;
            rebuild(&root, &site);
        }
    }
}

fn listen(port: Option<u16>) -> Result<(Server, u16)> {
    let bind = |port: u16| Server::http(("127.0.0.1", port)).map_err(|error| anyhow!("{error}"));
    let number = |server: &Server| server.server_addr().to_ip().map(|address| address.port());
    if let Some(port) = port {
        let server = bind(port).with_context(|| format!("port {port} cannot be used; name another with --port"))?;
        let port = number(&server).unwrap_or(port);
        return Ok((server, port));
    }
    for port in DEFAULT_PORT..DEFAULT_PORT + PORTS_TRIED {
        if let Ok(server) = bind(port) {
            if port != DEFAULT_PORT {
                println!("port {DEFAULT_PORT} is busy, so this is on port {port}");
            }
            return Ok((server, port));
        }
    }
    bail!("ports {DEFAULT_PORT} to {} are busy; name another with --port", DEFAULT_PORT + PORTS_TRIED - 1)
}

/// Builds, and on success shows the result; on failure says why and keeps what was there.
fn rebuild(root: &Path, site: &Site) {
    let started = Instant::now();
    match bundle::build(root, Profile::Dev) {
        Ok(built) => {
            site.show(built.page, built.script.into());
            println!("built in {:.1} s", started.elapsed().as_secs_f32());
        }
        Err(error) => {
            eprintln!("error: {error:#}\nstill serving what was built before; waiting for the next change");
            if site.lock().build == 0 {
                site.show("<!doctype html><title>No build yet</title><body>The build failed; the terminal says why. This page reloads when it is mended.</body>".to_owned(), "".into());
            }
        }
    }
}

fn answer(server: Server, site: Arc<Site>) {
    thread::spawn(move || {
        for request in server.incoming_requests() {
            let site = Arc::clone(&site);
            // One thread each, because a page's question for the next build stays open.
            thread::spawn(move || {
                let response = site.respond(request.url(), LONGEST_WAIT);
                send(request, response);
            });
        }
    });
}

fn send(request: Request, response: Response<std::io::Cursor<Vec<u8>>>) {
    // A browser that went away is no fault of ours.
    let _ = request.respond(response);
}

impl Site {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn show(&self, page: String, script: Arc<str>) {
        let mut state = self.lock();
        *state = State { build: state.build + 1, page, script };
        self.changed.notify_all();
    }

    fn respond(&self, url: &str, longest_wait: Duration) -> Response<std::io::Cursor<Vec<u8>>> {
        let (path, query) = url.split_once('?').unwrap_or((url, ""));
        match path {
            "/" | "/index.html" => {
                let state = self.lock();
                let reload = RELOAD.replace("BUILD", &state.build.to_string());
                respond("text/html; charset=utf-8", state.page.replace("</body>", &format!("{reload}</body>")))
            }
            // The pages in www/ name it beside themselves, as they are shipped.
            "/news-compare.js" | "/www/news-compare.js" => {
                respond("text/javascript; charset=utf-8", Arc::clone(&self.lock().script).as_bytes().to_vec())
            }
            "/build" => {
                let since: u64 = query.strip_prefix("since=").and_then(|number| number.parse().ok()).unwrap_or(0);
                let unchanged = |state: &mut State| state.build == since;
                let (state, _) = self
                    .changed
                    .wait_timeout_while(self.lock(), longest_wait, unchanged)
                    .unwrap_or_else(PoisonError::into_inner);
                respond("text/plain", state.build.to_string())
            }
            "/favicon.ico" => Response::from_data([]).with_status_code(204),
            _ => file(&workspace::root(), path),
        }
    }
}

/// Serves a file of a folder that is meant to be served, and of no other.
fn file(root: &Path, path: &str) -> Response<std::io::Cursor<Vec<u8>>> {
    let path = Path::new(path.trim_start_matches('/'));
    let inside = path.components().all(|part| matches!(part, Component::Normal(_)))
        && SERVED.iter().any(|directory| path.starts_with(directory));
    match std::fs::read(root.join(path)) {
        Ok(content) if inside => {
            let kind = match path.extension().and_then(|extension| extension.to_str()) {
                Some("html") => "text/html; charset=utf-8",
                Some("js") => "text/javascript; charset=utf-8",
                Some("css") => "text/css; charset=utf-8",
                Some("json") => "application/json",
                _ => "application/octet-stream",
            };
            respond(kind, content)
        }
        _ => respond("text/plain", "not found").with_status_code(404),
    }
}

fn respond(kind: &str, content: impl Into<Vec<u8>>) -> Response<std::io::Cursor<Vec<u8>>> {
    let mut response = Response::from_data(content);
    for (name, value) in [("Content-Type", kind), ("Cache-Control", "no-store")] {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    response
}

fn open_browser(address: &str) {
    let (program, arguments): (_, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/c", "start"]),
        _ => ("xdg-open", &[]),
    };
    if workspace::command(program).args(arguments).arg(address).spawn().is_err() {
        eprintln!("cannot open a browser; go to {address}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read as _;

    fn text(response: Response<std::io::Cursor<Vec<u8>>>) -> (u16, String) {
        let status = response.status_code().0;
        let mut body = String::new();
        response.into_reader().read_to_string(&mut body).unwrap();
        (status, body)
    }

    #[test]
    fn the_served_page_waits_for_the_next_build() {
        let site = Arc::new(Site::default());
        site.show("<body>demo</body>".to_owned(), "the script".into());
        let page = text(site.respond("/", Duration::ZERO)).1;
        assert!(page.contains("let build = 1;") && page.ends_with("</body>"));
        assert_eq!(text(site.respond("/news-compare.js?v", Duration::ZERO)).1, "the script");
        assert_eq!(text(site.respond("/build?since=1", Duration::from_millis(10))).1, "1");

        let asking = thread::spawn({
            let site = Arc::clone(&site);
            move || text(site.respond("/build?since=1", Duration::from_secs(60))).1
        });
        site.show("<body>new</body>".to_owned(), "new".into());
        assert_eq!(asking.join().unwrap(), "2");
    }

    #[test]
    fn only_the_folders_named_are_served() {
        let site = Site::default();
        assert_eq!(text(site.respond("/corpora/mexico-us-call.json", Duration::ZERO)).0, 200);
        for path in ["/Cargo.toml", "/../Cargo.toml", "/corpora/../Cargo.toml", "//etc/passwd", "/corpora", "/absent"] {
            assert_eq!(text(site.respond(path, Duration::ZERO)).0, 404, "{path}");
        }
    }

    #[test]
    fn a_busy_port_is_named() {
        let (_held, port) = listen(Some(0)).unwrap();
        let error = format!("{:#}", listen(Some(port)).err().unwrap());
        assert!(error.contains(&format!("port {port}")) && error.contains("--port"), "{error}");
    }
}
