// A made story of any size: what a newsroom with fifty sources would have, without fifty articles of anybody's.
//
// Every sentence says what one place lost; a claim is told by a few sources, now and then with another number, a hedge or half of it.
// The same size gives the same story. The words are as plain as can be: it is for weight and layout, not for reading.

const FIRST = ["Alten", "Burg", "Dorn", "Eich", "Feld", "Grün", "Hohen", "Kalk", "Linden", "Moor", "Neu", "Ober", "Quell", "Rot", "Stein", "Tann", "Unter", "Wald", "West", "Zell"];
const LAST = ["au", "bach", "berg", "brück", "dorf", "hafen", "hausen", "heim", "kirch", "stadt"];
const LOST = ["houses", "barns", "bridges", "boats", "schools", "mills", "wells", "farms", "roads", "shops"];
const DEEDS = ["were flooded", "were damaged by the wind", "stood without power on Monday", "had to be left", "were rebuilt after the storm of last year"];
const OUTLETS = ["Courier", "Daily Observer", "Evening Post", "Gazette", "Herald", "Morning Chronicle", "News Agency", "Sentinel", "Tribune", "Weekly Mirror and Advertiser"];

/** Numbers that look drawn and are the same every time: the minimal standard generator of Park and Miller. */
function drawer(seed) {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const points = (string) => [...string].length;
const sentenceCase = (text) => text[0].toUpperCase() + text.slice(1);

/** What a source says of a claim, by the stance that it takes. */
const TELLING = {
  supports: ({ place, number, lost, deed }) => `In ${place}, ${number} ${lost} ${deed}.`,
  partly: ({ place, lost, deed }) => `Some ${lost} ${deed} in ${place}.`,
  hedges: ({ place, number, lost, deed }) => `According to the mayor of ${place}, about ${number} ${lost} may be those that ${deed}.`,
  contradicts: ({ place, number, lost, deed }) => `In ${place}, ${number + 7} ${lost} ${deed}.`,
};

const REASONS = {
  supports: ({ number, lost }) => `It gives ${number} ${lost} too.`,
  partly: ({ number }) => `It does not give the number ${number}.`,
  hedges: () => "“About” and “may” leave it open.",
  contradicts: ({ number }) => `It gives ${number + 7} where the statement gives ${number}.`,
};

const CUES = { supports: null, partly: () => "Some", hedges: () => "about", contradicts: ({ number }) => String(number + 7) };

/** Gives `news-compare.comparison/1` with so many documents and claims. */
export function made(documents = 50, claims = 2000) {
  const draw = drawer(documents * 10_007 + claims);
  const sources = Array.from({ length: documents }, (_, at) => ({
    id: `s${at + 1}`,
    outlet: `${FIRST[at % FIRST.length]}${LAST[(at * 7) % LAST.length]} ${OUTLETS[(at * 3) % OUTLETS.length]}`,
    title: sentenceCase(`${LOST[at % LOST.length]} and lives: what the storm took`),
    published: `2025-11-${String(3 + (at % 5)).padStart(2, "0")}`,
    lang: "en",
    text: "",
    length: 0,
  }));

  const rows = Array.from({ length: claims }, (_, at) => {
    const claim = {
      place: `${FIRST[at % FIRST.length]}${LAST[Math.floor(at / FIRST.length) % LAST.length]}${at >= 200 ? ` ${Math.floor(at / 200) + 1}` : ""}`,
      number: 2 + draw(900),
      lost: LOST[draw(LOST.length)],
      deed: DEEDS[draw(DEEDS.length)],
    };
    // One in three is told by one source; the others by up to eight.
    const tellers = draw(3) === 0 || documents === 1 ? 1 : 2 + draw(Math.min(7, documents - 1));
    const first = draw(documents);
    const stances = new Map();
    for (let teller = 0; teller < tellers; teller += 1) {
      const stance = teller === 0 ? "supports" : ["supports", "supports", "supports", "partly", "hedges", "contradicts"][draw(6)];
      stances.set((first + teller * 11) % documents, stance);
    }
    const cells = sources.map((source, column) => {
      const stance = stances.get(column);
      const empty = { document: source.id, voice: null, speaker: null, confidence: 0.8, judged_by: "rule", reasons: [], evidence: [], nearest: null };
      if (!stance) return { ...empty, stance: "omits" };
      const exact = TELLING[stance](claim);
      const before = source.length > 0 ? (source.length % 5 === 0 ? "\n\n" : " ") : "";
      const start = source.length + points(before);
      const end = start + points(exact);
      const cue = CUES[stance]?.(claim);
      const cues = cue ? [{ document: source.id, start: start + points(exact.slice(0, exact.indexOf(cue))), end: start + points(exact.slice(0, exact.indexOf(cue))) + points(cue), exact: cue }] : [];
      source.text += before + exact;
      source.length = end;
      return {
        ...empty,
        stance,
        voice: stance === "hedges" ? "attributed" : "own",
        speaker: stance === "hedges" ? `the mayor of ${claim.place}` : null,
        confidence: 0.55 + draw(45) / 100,
        reasons: [{ rule: stance === "contradicts" ? "different-quantity" : "same-words", text: REASONS[stance](claim), ...(cues.length ? { cues } : {}) }],
        evidence: [{ start, end, exact, prefix: "", suffix: "" }],
      };
    });
    const taken = [...stances.values()];
    const verdict = taken.length === 1 ? "single-source" : taken.includes("contradicts") ? "disputed" : taken.some((stance) => stance !== "supports") ? "qualified" : "agreed";
    const division = { "single-source": 0, agreed: 0, qualified: 0.4, disputed: 0.9 }[verdict];
    return { id: `c${at + 1}`, statement: TELLING.supports(claim), verdict, division, cells };
  });

  const order = ["disputed", "qualified", "agreed", "single-source"];
  rows.sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  return {
    format: "news-compare.comparison/1",
    corpus: {
      format: "news-compare.corpus/1",
      title: `A storm in ${documents} accounts`,
      documents: sources.map(({ length, ...source }) => ({ ...source, text: source.text || "There was a storm." })),
    },
    generator: { name: "made", version: "1" },
    claims: rows,
  };
}
