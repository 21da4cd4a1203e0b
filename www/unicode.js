// Tells what is no Unicode text, before WebAssembly would take U+FFFD in its place.
//
// A file of its own because the element and the analysis without it both ask, and each refuses in words of its own.

/** Gives where in a text half of a surrogate pair stands without its other half; -1 where none does. */
function loneSurrogate(text) {
  return text.search(/\p{Surrogate}/u);
}
