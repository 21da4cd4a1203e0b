//! Tells English from other languages, for texts that carry no language label, and names the languages the program itself speaks.
//!
//! A step of its own because everything after it is made for English: rules that meet another language would compare noise,
//! so its cells must become `unjudged` instead.
//!
//! Method: the script first, then function words (Ingle 1976, "Language identification based on function words"; also the
//! baseline of Grefenstette 1995, "Comparing two language identification schemes"). Closed-class words make up about four
//! tenths of running English, and none of the words below is frequent in another language of the Latin script. Against them
//! stand the commonest function words of about thirty other languages, and words with letters that English does not use.
//! Both lists are our own choice from the grammars of these languages.
//!
//! Limits: this does not name a language, only tells English or not. Below `FEW_WORDS` running words the script alone
//! decides, so a short unlabelled "Guten Morgen" counts as English; a list of names does too, in any language of the Latin
//! script. English-based creoles and Scots may pass as English. A text in two languages goes with the larger part.

use crate::lexicon::Lexicon;
use std::sync::LazyLock;

/// A language in which the program writes for its readers, whatever language the articles are in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Spanish.
    Spanish,
}

impl Language {
    /// Every language there is.
    pub const ALL: [Self; 2] = [Self::English, Self::Spanish];

    /// Returns its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    /// Returns the language of a BCP 47 tag ("es", "es-MX"), none for one that the program does not speak.
    pub fn of_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }
}

/// English function words that are rare or absent in other languages of the Latin script; sorted.
///
/// Left out on purpose, being words elsewhere too: a, an, as, at, by, do, for, had, has, he, her, his, in, is, it, me, my, no, of,
/// on, or, so, to, was, we.
const ENGLISH: &[&str] = &[
    "about", "after", "against", "all", "also", "although", "and", "any", "are", "around", "be", "because", "been",
    "before", "being", "between", "but", "can", "could", "did", "does", "doesn", "don", "down", "during", "each",
    "even", "every", "few", "from", "have", "having", "him", "how", "if", "into", "its", "just", "many", "may",
    "might", "more", "most", "much", "must", "not", "off", "only", "other", "our", "out", "over", "said", "says",
    "she", "should", "since", "some", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they",
    "this", "those", "though", "through", "today", "under", "until", "up", "upon", "us", "very", "were", "what",
    "when", "where", "whether", "which", "while", "who", "whose", "why", "will", "with", "within", "without", "would",
    "yet", "you", "your",
];

/// Function words of other languages in the Latin script that are no English words; sorted.
///
/// Catalan, Spanish, Portuguese, French, Italian, Romanian; German, Dutch, Afrikaans, Danish, Norwegian, Swedish, Icelandic;
/// Polish, Czech, Slovak, Slovene, Croatian; Lithuanian, Latvian, Estonian, Finnish, Hungarian; Albanian, Turkish, Azeri;
/// Indonesian, Malay, Tagalog, Swahili, Somali, Hausa, Vietnamese (without its marks); Basque, Welsh, Irish.
const FOREIGN: &[&str] = &[
    "aan", "adalah", "af", "agus", "akan", "aku", "alla", "alle", "als", "ama", "amb", "ang", "ao", "aos", "apa",
    "att", "auch", "auf", "aus", "av", "avec", "az", "bahwa", "bij", "bir", "bu", "byl", "bylo", "cada", "cikin",
    "como", "con", "cu", "da", "dan", "dans", "das", "dass", "de", "deg", "degli", "dei", "del", "dela", "della",
    "delle", "dem", "dengan", "denne", "der", "des", "det", "dette", "di", "dia", "dla", "dos", "du", "duke", "dy",
    "een", "egy", "ei", "ein", "eine", "einem", "einen", "einer", "ek", "el", "ella", "elle", "ellos", "els", "en",
    "er", "eram", "es", "esta", "este", "et", "eta", "ett", "eu", "fost", "fra", "gan", "gibi", "gli", "haar", "haben",
    "hanno", "har", "heeft", "het", "hogy", "hun", "hy", "ich", "igen", "ihr", "ihre", "ihrem", "il", "ili", "im",
    "ini", "inte", "ir", "ist", "itu", "iyo", "ja", "jako", "je", "jei", "jest", "juga", "kad", "kaj", "kan", "kanssa",
    "kao", "kar", "karena", "kas", "katika", "kepada", "kterou", "ku", "kuin", "kwa", "la", "las", "le", "les", "leur",
    "leurs", "lo", "los", "lui", "mais", "mayroon", "med", "meg", "mga", "mit", "moet", "mukaan", "mutta", "na",
    "naar", "nach", "nagu", "ng", "nga", "ngunit", "ni", "nicht", "nie", "niet", "nije", "nisu", "nos", "nu", "nuk",
    "och", "oder", "og", "ola", "ole", "oleh", "oli", "om", "ona", "oni", "oraz", "os", "ou", "pada", "para", "pas",
    "pentru", "pero", "por", "pour", "pri", "przez", "quando", "que", "qui", "roku", "sa", "saat", "sebagai", "sei",
    "seine", "seit", "sem", "ser", "sich", "sie", "sig", "sind", "siya", "ska", "som", "sono", "sont", "su", "sua",
    "sul", "sunt", "sur", "tapi", "te", "tego", "tento", "tidak", "til", "tur", "ud", "un", "una", "und", "une",
    "unei", "uno", "untuk", "uz", "vai", "var", "vid", "viene", "vom", "von", "vond", "voor", "wa", "waar", "wakati",
    "waren", "wat", "werd", "wie", "wird", "wurde", "ya", "yang", "yn", "yr", "za", "zal", "ze", "zijn", "zu", "zum",
    "zur",
];

/// The words of both lists; true for those that are English.
static LISTED: LazyLock<Lexicon<bool>> = LazyLock::new(|| {
    let foreign = FOREIGN.iter().map(|&word| (word, false));
    foreign.chain(ENGLISH.iter().map(|&word| (word, true))).collect()
});

/// Below this many running words the words decide nothing: larger leaves more short foreign texts unnoticed, smaller refuses
/// headlines.
const FEW_WORDS: usize = 8;

/// From this many running words on, a text without English function words is not English even if nothing else speaks against it.
const MANY_WORDS: usize = 25;

/// The least share of [`ENGLISH`] in a text of [`MANY_WORDS`]: one word in this many. Lower lets bulletins in note form pass,
/// higher lets in foreign texts with many English titles. Of 43,000 single English sentences of news 2 in 1,000 are refused with these values, of 25 articles none.
const ONE_IN: usize = 12;

/// Tells whether a text is in English, or too short to tell.
///
/// ```
/// use news_compare::is_english;
///
/// assert!(is_english("The river rose two metres on Monday, and the road to the north was closed."));
/// assert!(!is_english("El río subió dos metros el lunes y la carretera del norte quedó cerrada."));
/// ```
pub fn is_english(text: &str) -> bool {
    if is_mostly_other_script(text) {
        return false;
    }
    let is_shouted = is_all_capitals(text);
    let (mut running, mut english, mut foreign) = (0_usize, 0_usize, 0_usize);
    for word in words(text) {
        // Names say nothing of the language around them; in capitals they cannot be told apart.
        if !is_shouted && word.starts_with(char::is_uppercase) {
            continue;
        }
        running += 1;
        let word = word.to_lowercase();
        match LISTED.get(&word) {
            Some(true) => english += 1,
            Some(false) => foreign += 1,
            None => foreign += usize::from(!word.is_ascii()),
        }
    }
    match running {
        0..FEW_WORDS => true,
        FEW_WORDS..MANY_WORDS => english > foreign || foreign == 0,
        // Short sentences full of names have few; that no word of another language stands beside them makes up for it.
        _ => english > foreign && english * if foreign == 0 { 2 * ONE_IN } else { ONE_IN } >= running,
    }
}

/// Splits at everything that is no letter, so that "don’t" gives "don" and "t".
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| !character.is_alphabetic()).filter(|word| !word.is_empty())
}

/// Tells whether more than half of the letters belong to another script than the Latin.
fn is_mostly_other_script(text: &str) -> bool {
    let (mut letters, mut latin) = (0_usize, 0_usize);
    for character in text.chars().filter(|character| character.is_alphabetic()) {
        letters += 1;
        latin += usize::from(is_latin(character));
    }
    latin * 2 < letters
}

/// Tells whether a letter is Latin, by the blocks of Unicode that hold Latin letters.
fn is_latin(letter: char) -> bool {
    matches!(letter, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' | '\u{fb00}'..='\u{fb06}' | '\u{ff21}'..='\u{ff5a}')
}

/// Tells whether most words of two letters or more are in capitals.
fn is_all_capitals(text: &str) -> bool {
    let (mut count, mut capitals) = (0_usize, 0_usize);
    for word in words(text).filter(|word| word.chars().nth(1).is_some()) {
        count += 1;
        capitals += usize::from(!word.contains(char::is_lowercase));
    }
    capitals * 2 > count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn word_lists_are_sorted_and_disjoint() {
        for list in [ENGLISH, FOREIGN] {
            assert!(list.is_sorted_by(|one, next| one < next), "{:?}", list.windows(2).find(|pair| pair[0] >= pair[1]));
        }
        assert_eq!(ENGLISH.iter().find(|word| FOREIGN.binary_search(word).is_ok()), None);
    }

    #[test]
    fn english_news_is_english() {
        for text in [
            "The river rose two metres on Monday, and the road to the north was closed.",
            "Four men rammed their car into an upmarket jewelry store in central Paris on Monday, smashing the shop window and \
             making off with a trove of gems worth about 2 million euros.",
            "police arrested three armed suspects following yesterday's downtown bank robbery outside Chicago",
            "Biden Says He Will Sign Bill Overriding D.C. Crime Law",
            "French president Emmanuel Macron met the head of La République en Marche and leaders of Les Républicains at the \
             Élysée, Le Monde reported, before a dinner at Café de Flore.",
            "“No pasarán,” the crowd shouted in the plaza de la Constitución while the president was speaking, and some of them \
             threw bottles at the police.",
            "Lindqvist wins Arden science prize\n\nPhysicist Eva Lindqvist won the Arden prize on Monday for her work on quantum \
             sensors.\n\nThe prize is worth 1.1 million euros.\n\nThe chemistry prize went to Paul Rey.\n\nLindqvist, 58, teaches at \
             the University of Halm.",
            "- Flood closes road\n- Two dead\n- Rescue goes on through the night\n- Mayor asks for help from the army",
        ] {
            assert!(is_english(text), "{text}");
        }
    }

    #[test]
    fn capitals_do_not_hide_the_language() {
        assert!(is_english("THE RIVER ROSE TWO METRES ON MONDAY, AND THE ROAD TO THE NORTH WAS CLOSED."));
        assert!(!is_english("DER FLUSS STIEG AM MONTAG UM ZWEI METER, UND DIE STRASSE NACH NORDEN WURDE GESPERRT."));
    }

    #[test]
    fn names_and_short_texts_and_texts_without_letters_count_as_english() {
        for text in [
            "",
            "  \n",
            "2026: 15 – 3, 40 %",
            "Guten Morgen",
            "Flood",
            "Claudia Sheinbaum, Donald Trump, Juan Ramón de la Fuente, Marco Rubio, Ursula von der Leyen, Luiz Inácio Lula da \
             Silva, Mette Frederiksen, Kyriakos Mitsotakis, Viktor Orbán, Recep Tayyip Erdoğan",
        ] {
            assert!(is_english(text), "{text:?}");
        }
    }

    #[test]
    fn other_scripts_are_not_english() {
        for text in [
            "ارتفع منسوب النهر مترين يوم الاثنين وأغلق الطريق المؤدي إلى الشمال.",
            "周一，河水上涨了两米，通往北部的道路被关闭。",
            "月曜日に川の水位が2メートル上昇し、北への道路が閉鎖された。",
            "월요일에 강물이 2미터 불어나 북쪽으로 가는 도로가 폐쇄되었다.",
            "В понедельник вода в реке поднялась на два метра, дорога на север закрыта.",
            "Το ποτάμι ανέβηκε δύο μέτρα τη Δευτέρα και ο δρόμος έκλεισε.",
            "הנהר עלה בשני מטרים ביום שני והכביש צפונה נסגר.",
            "सोमवार को नदी दो मीटर ऊपर उठ गई और उत्तर की ओर जाने वाली सड़क बंद कर दी गई।",
            "วันจันทร์แม่น้ำสูงขึ้นสองเมตรและถนนไปทางเหนือถูกปิด",
            "北京",
        ] {
            assert!(!is_english(text), "{text}");
        }
    }

    /// One sentence each, of 12 to 22 words.
    const SENTENCES: &[(&str, &str)] = &[
        ("Spanish", "El río subió dos metros el lunes y la carretera del norte quedó cerrada, dijo el alcalde."),
        (
            "Portuguese",
            "O rio subiu dois metros na segunda-feira e a estrada para o norte foi fechada, disse o prefeito da cidade.",
        ),
        ("French", "La rivière est montée de deux mètres lundi et la route du nord a été fermée, selon le maire."),
        (
            "Italian",
            "Il fiume è salito di due metri lunedì e la strada per il nord è stata chiusa, ha detto il sindaco.",
        ),
        ("Romanian", "Râul a crescut cu doi metri luni, iar drumul spre nord a fost închis, a spus primarul orașului."),
        ("Catalan", "El riu va pujar dos metres dilluns i la carretera del nord va quedar tallada, segons l'alcalde."),
        (
            "German",
            "Der Fluss stieg am Montag um zwei Meter, und die Straße nach Norden wurde gesperrt, sagte der Bürgermeister.",
        ),
        (
            "Dutch",
            "De rivier steeg maandag met twee meter en de weg naar het noorden werd afgesloten, zei de burgemeester.",
        ),
        (
            "Afrikaans",
            "Die rivier het Maandag met twee meter gestyg en die pad na die noorde is gesluit, het die burgemeester gesê.",
        ),
        ("Swedish", "Floden steg två meter på måndagen och vägen norrut stängdes av, sade borgmästaren i staden."),
        ("Danish", "Floden steg to meter mandag, og vejen mod nord blev spærret, sagde borgmesteren i byen."),
        ("Norwegian", "Elva steg to meter mandag, og veien nordover ble stengt, sa ordføreren i byen til avisen."),
        (
            "Polish",
            "Rzeka podniosła się w poniedziałek o dwa metry, a droga na północ została zamknięta, powiedział burmistrz.",
        ),
        ("Czech", "Řeka v pondělí stoupla o dva metry a silnice na sever byla uzavřena, řekl starosta města."),
        (
            "Croatian",
            "Rijeka je u ponedjeljak narasla dva metra, a cesta prema sjeveru je zatvorena, rekao je gradonačelnik.",
        ),
        (
            "Hungarian",
            "A folyó hétfőn két métert emelkedett, és az északra vezető utat lezárták, mondta a polgármester.",
        ),
        (
            "Finnish",
            "Joki nousi maanantaina kaksi metriä, ja tie pohjoiseen suljettiin, kertoi kaupungin pormestari toimittajille illalla.",
        ),
        ("Turkish", "Nehir pazartesi günü iki metre yükseldi ve kuzeye giden yol kapatıldı, dedi belediye başkanı."),
        ("Vietnamese", "Nước sông dâng cao hai mét vào thứ Hai và con đường phía bắc bị đóng, thị trưởng cho biết."),
        (
            "Indonesian",
            "Sungai itu naik dua meter pada hari Senin dan jalan ke utara ditutup, kata wali kota kepada wartawan.",
        ),
        (
            "Tagalog",
            "Tumaas ng dalawang metro ang ilog noong Lunes at isinara ang daan patungo sa hilaga, ayon sa alkalde.",
        ),
        (
            "Swahili",
            "Mto ulipanda kwa mita mbili siku ya Jumatatu na barabara ya kaskazini ilifungwa, alisema meya wa mji.",
        ),
    ];

    #[test]
    fn other_languages_in_the_latin_script_are_not_english() {
        for (language, sentence) in SENTENCES {
            assert!(!is_english(sentence), "{language}");
            let article = format!("{sentence} ").repeat(30);
            assert!(!is_english(&article), "{language}, 30 times");
            assert!(!is_english(&sentence.to_uppercase()), "{language} in capitals");
        }
    }

    #[test]
    fn a_tag_names_its_language_whatever_its_region() {
        for (tag, language) in [
            ("es", Some(Language::Spanish)),
            ("ES-mx", Some(Language::Spanish)),
            ("en_GB", Some(Language::English)),
            ("est", None),
            ("", None),
        ] {
            assert_eq!(Language::of_tag(tag), language, "{tag}");
        }
    }

    #[test]
    fn foreign_news_about_english_titles_is_not_english() {
        assert!(!is_english(
            "Die Washington Post und die New York Times berichten, dass der Film „The Lord of the Rings: The Return of the King“ \
             in den USA und in Kanada wieder in die Kinos kommt, und zwar mit dem Titel „The King Is Back“."
        ));
    }

    #[test]
    fn the_larger_part_decides_a_mixed_text() {
        let english = "The river rose two metres on Monday, and the road to the north was closed, the mayor said. ";
        let spanish = "El río subió dos metros el lunes y la carretera del norte quedó cerrada, dijo el alcalde. ";
        assert!(is_english(&(english.repeat(3) + spanish)));
        assert!(!is_english(&(spanish.repeat(3) + english)));
    }
}
