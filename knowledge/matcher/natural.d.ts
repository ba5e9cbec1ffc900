/** The parts of `natural` in use, each imported by its own path: the whole package costs 0.7 s and 160 MB. */
declare module 'natural/lib/natural/stemmers/porter_stemmer.js' {
  const PorterStemmer: { stem(word: string): string };
  export default PorterStemmer;
}
