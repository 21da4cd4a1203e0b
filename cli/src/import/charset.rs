//! Bytes to text: a mark at the start, a label given or found in the page, UTF-8 where it is, else a guess by the bytes.

use encoding_rs::{Encoding, UTF_8};

/// How many bytes of a page are looked at for its label, as the HTML standard demands of browsers.
const PRESCAN: usize = 1024;

/// One of how many characters may be no text: a control character, or in the place of bytes that are none. Pictures and archives have one in ten;
/// more would let short ones pass, less would refuse a long article for a stray one.
const ONE_IN: usize = 100;

/// Decodes bytes; line ends become `\n`, and NUL, which the format does not allow, the character that stands for what cannot be shown.
///
/// # Errors
/// When the label given names no encoding, or the bytes are not text in it, or in any.
pub(super) fn decode(bytes: &[u8], label: Option<&str>) -> Result<String, String> {
    let given = label.map(|label| {
        Encoding::for_label(label.as_bytes()).ok_or_else(|| format!("there is no character encoding {label:?}"))
    });
    let encoding = match given.transpose()? {
        Some(encoding) => encoding,
        None => match Encoding::for_bom(bytes) {
            Some((encoding, _)) => encoding,
            None if std::str::from_utf8(bytes).is_ok() => UTF_8,
            None => labelled(bytes).filter(|encoding| *encoding != UTF_8).unwrap_or_else(|| guess(bytes)),
        },
    };
    let (text, _, had_faults) = encoding.decode(bytes);
    if had_faults && label.is_some() {
        return Err(format!("the bytes are not text in {}", encoding.name()));
    }
    let is_odd = |c: char| c.is_ascii_control() || had_faults && c == char::REPLACEMENT_CHARACTER;
    let (all, odd) = text.chars().fold((0, 0), |(all, odd), c| {
        (all + 1, odd + usize::from(is_odd(c) && !matches!(c, '\t' | '\n' | '\r' | '\x0c')))
    });
    if odd * ONE_IN > all {
        return Err(format!(
            "this is not text: {odd} of {all} characters are control characters or bytes that are none; if it is, name its encoding with --charset"
        ));
    }
    Ok(text.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{fffd}"))
}

/// Names a kind of file that holds an article in other clothes, and what to save instead.
///
/// All of them are text, at least at the start, and would be taken for an article with odd words.
pub(super) fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes).trim_ascii_start();
    if bytes.starts_with(b"%PDF-") {
        Some("this is a PDF; save its text (pdftotext does) or the web page of the article, and import that")
    } else if bytes.starts_with(b"{\\rtf") {
        Some("this is RTF, a text with layout; save it as plain text and import that")
    } else if is_web_archive(bytes) {
        Some("this is a web archive (MHTML); save the page as HTML, \"complete\" or \"HTML only\", and import that")
    } else {
        None
    }
}

/// Tells whether a file begins with the head of a page that was saved with its pictures, as browsers write it.
fn is_web_archive(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(bytes.get(..PRESCAN * 4).unwrap_or(bytes)).to_ascii_lowercase();
    let head: Vec<_> = start.lines().take_while(|line| !line.trim().is_empty()).collect();
    let is_mail = head.iter().any(|line| line.starts_with("mime-version:"));
    start.starts_with("from: <saved by") || is_mail && head.iter().any(|line| line.contains("multipart/related"))
}

/// Finds `charset=` in the first bytes of a page.
fn labelled(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..PRESCAN).unwrap_or(bytes)).to_ascii_lowercase();
    let (_, label) = head.split_once("charset=").or_else(|| head.split_once("encoding="))?;
    let label = label.trim_start_matches(['"', '\'']);
    let end = label.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:.".contains(c)).unwrap_or(label.len());
    Encoding::for_label(&label.as_bytes()[..end])
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, chardetng::Utf8Detection::Allow)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_read_in_the_encoding_it_is_in() {
        let utf16: Vec<u8> = "\u{feff}Mérida".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decode(&utf16, None).unwrap(), "Mérida");
        assert_eq!(decode("\u{feff}Mérida\r\nx\ry".as_bytes(), None).unwrap(), "Mérida\nx\ny");
        assert_eq!(decode(b"<meta charset=\"iso-8859-2\"> \xb3", None).unwrap(), "<meta charset=\"iso-8859-2\"> ł");
        assert_eq!(
            decode(b"<meta charset=utf-8> caf\xe9 \x97 \xe9t\xe9", None).unwrap(),
            "<meta charset=utf-8> café — été",
            "a wrong label"
        );
        assert_eq!(
            decode(b"M\xe9rida y Le\xf3n, el d\xeda siguiente", None).unwrap(),
            "Mérida y León, el día siguiente"
        );
        assert_eq!(decode("Привет, мир".as_bytes(), Some("utf-8")).unwrap(), "Привет, мир");
        let (koi8, ..) = encoding_rs::KOI8_R.encode("Река поднялась на два метра в понедельник");
        assert_eq!(decode(&koi8, None).unwrap(), "Река поднялась на два метра в понедельник");
    }

    #[test]
    fn files_that_hold_an_article_in_other_clothes_are_named() {
        let mail = "Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=x\r\n\r\n--x";
        for (begin, kind) in [
            ("%PDF-1.7\n", Some("a PDF")),
            ("\u{feff}{\\rtf1\\ansi", Some("RTF")),
            ("From: <Saved by Blink>\r\nSnapshot-Content-Location: x", Some("MHTML")),
            (mail, Some("MHTML")),
            ("From: <saved>\n\nMIME-Version: 1.0 and multipart/related", None),
            ("<p>%PDF- and {\\rtf", None),
        ] {
            let named = other_kind(begin.as_bytes());
            assert_eq!(named.is_some(), kind.is_some(), "{begin}");
            assert!(named.unwrap_or_default().contains(kind.unwrap_or_default()), "{begin}");
        }
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert!(decode(&[0, 1, 2, 0, 0, 3, 0xff], None).unwrap_err().contains("--charset"));
        // A generator of Park and Miller: bytes of every value, as packed data have.
        let packed = std::iter::successors(Some(7_u64), |last| Some(last * 48_271 % 0x7fff_ffff));
        let packed: Vec<_> = packed.map(|number| (number >> 8) as u8).take(5_000).collect();
        for length in [40, 300, 5_000] {
            assert!(decode(&packed[..length], None).unwrap_err().starts_with("this is not text: "), "{length}");
        }
        let rose = "The river rose.\t\x0c\r\n".repeat(20);
        assert_eq!(
            decode(format!("{rose}\0\u{7f}").as_bytes(), None).unwrap(),
            rose.replace('\r', "") + "\u{fffd}\u{7f}"
        );
        let replaced = "caf\u{fffd} ".repeat(9);
        assert_eq!(decode(replaced.as_bytes(), None).unwrap(), replaced, "somebody else's bad bytes");
        assert_eq!(decode(b"x", Some("klingon")).unwrap_err(), "there is no character encoding \"klingon\"");
        assert!(decode(b"\xff\xfe\xfa", Some("utf-8")).is_err());
    }
}
