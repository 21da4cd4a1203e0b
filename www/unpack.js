// Unpacks what the build has packed: LZMA (Igor Pavlov's, https://www.7-zip.org/sdk.html) without a header, with lc = 4, lp = 0, pb = 0.
//
// A file of its own because browsers bring gzip only, by which the module is a quarter larger; and this needs no stream, no promise and
// no interface that a policy could forbid. Known limit: it trusts its input, which the build has written.

/** Gives the `size` bytes that were packed. */
function unpack(packed, size) {
  const out = new Uint8Array(size);
  // One probability for each decision, in twelve groups of states, lengths, distances and letters.
  let places = 0;
  const take = (count) => (places += count) - count;
  const [isMatch, isRep, isRep0, isRep1, isRep2, isLong] = Array.from({ length: 6 }, () => take(12));
  const [lengths, repLengths] = [take(274), take(274)];
  const [slots, near, align, letters] = [take(256), take(115), take(16), take(0x300 << 4)];
  const odds = new Uint16Array(places).fill(1024);
  let at = 5;
  let range = 0xffffffff;
  let code = ((packed[1] << 24) | (packed[2] << 16) | (packed[3] << 8) | packed[4]) >>> 0;
  const refill = () => {
    if (range < 0x1000000) {
      range = (range << 8) >>> 0;
      code = ((code << 8) | packed[at++]) >>> 0;
    }
  };
  const bit = (place) => {
    const odd = odds[place];
    const bound = (range >>> 11) * odd;
    const one = code >= bound;
    if (one) {
      range -= bound;
      code -= bound;
      odds[place] = odd - (odd >> 5);
    } else {
      range = bound;
      odds[place] = odd + ((2048 - odd) >> 5);
    }
    refill();
    return one ? 1 : 0;
  };
  const tree = (place, bits) => {
    let node = 1;
    for (let left = bits; left > 0; left -= 1) node = (node << 1) | bit(place + node);
    return node - (1 << bits);
  };
  const backwards = (place, bits) => {
    let [node, value] = [1, 0];
    for (let step = 0; step < bits; step += 1) {
      const next = bit(place + node);
      node = (node << 1) | next;
      value |= next << step;
    }
    return value;
  };
  const plain = (bits) => {
    let value = 0;
    for (let left = bits; left > 0; left -= 1) {
      range >>>= 1;
      const one = code >= range;
      if (one) code -= range;
      value = (value << 1) | (one ? 1 : 0);
      refill();
    }
    return value;
  };
  const length = (place) => {
    if (!bit(place)) return 2 + tree(place + 2, 3);
    return bit(place + 1) ? 18 + tree(place + 18, 8) : 10 + tree(place + 10, 3);
  };
  let [state, done, rep0, rep1, rep2, rep3] = [0, 0, 0, 0, 0, 0];
  while (done < size) {
    if (!bit(isMatch + state)) {
      const place = letters + 0x300 * (done > 0 ? out[done - 1] >> 4 : 0);
      let letter = 1;
      if (state >= 7) {
        let guess = out[done - rep0 - 1];
        while (letter < 0x100) {
          guess <<= 1;
          const guessed = guess & 0x100;
          const next = bit(place + 0x100 + guessed + letter);
          letter = (letter << 1) | next;
          if (guessed !== next << 8) break;
        }
      }
      while (letter < 0x100) letter = (letter << 1) | bit(place + letter);
      out[done++] = letter;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count;
    if (bit(isRep + state)) {
      if (!bit(isRep0 + state)) {
        if (!bit(isLong + state)) {
          state = state < 7 ? 9 : 11;
          out[done] = out[done - rep0 - 1];
          done += 1;
          continue;
        }
      } else if (!bit(isRep1 + state)) {
        [rep0, rep1] = [rep1, rep0];
      } else if (!bit(isRep2 + state)) {
        [rep0, rep1, rep2] = [rep2, rep0, rep1];
      } else {
        [rep0, rep1, rep2, rep3] = [rep3, rep0, rep1, rep2];
      }
      count = length(repLengths);
      state = state < 7 ? 8 : 11;
    } else {
      [rep1, rep2, rep3] = [rep0, rep1, rep2];
      count = length(lengths);
      state = state < 7 ? 7 : 10;
      const slot = tree(slots + 64 * Math.min(count - 2, 3), 6);
      rep0 = slot;
      if (slot >= 4) {
        const bits = (slot >> 1) - 1;
        rep0 = (2 | (slot & 1)) << bits;
        if (slot < 14) rep0 += backwards(near + rep0 - slot, bits);
        else rep0 += 16 * plain(bits - 4) + backwards(align, 4);
      }
    }
    for (; count > 0; count -= 1, done += 1) out[done] = out[done - rep0 - 1];
  }
  return out;
}

let compiled;

/** Unpacks and compiles the module, once for all elements of the page; the build gives WASM_PACKED in base64, and WASM_SIZE. */
function compiledModule() {
  compiled ??= (async () => {
    const packed = Uint8Array.from(atob(WASM_PACKED), (character) => character.charCodeAt(0));
    return WebAssembly.compile(unpack(packed, WASM_SIZE));
  })();
  return compiled;
}
