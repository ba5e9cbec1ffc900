/** Languages other than English and Chinese, by their script or their small words. Pure. */

const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hangul}/u, 'ko'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Arabic}/u, 'ar'],
  [/\p{Script=Hebrew}/u, 'he'],
  [/\p{Script=Greek}/u, 'el'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Devanagari}/u, 'hi'],
];

/** Small words that English has not. */
const small: Readonly<Record<string, string>> = {
  de: 'ich mein meine nicht geht und der das ist bitte kann sie sprichst sprechen du auf hilfe ein eine mit funktioniert drucker komme brauche habe hallo wie wo warum kein keine danke guten ins im',
  es: 'hola el los las mi por favor no funciona puedo habla hablas usted español ayuda tengo problema necesito una con mi gracias cómo como dónde está buenos días ordenador contraseña del que',
  fr: 'bonjour je ne pas mon ma le les est une vous parlez français merci aidez marche avec suis en panne comment où imprimante ordinateur mot passe peut possible ça cest',
  it: 'ciao il mio mia non funziona grazie parli italiano ho un aiuto come posso buongiorno stampante si accende problema bisogno per favore',
  pt: 'olá fala você português preciso ajuda não funciona meu minha obrigado como liga computador impressora bom dia',
  nl: 'hoe mijn niet werkt doet het goedemorgen spreek nederlands ik kan een dank hulp heb je wachtwoord',
  pl: 'mam nie działa czy mówisz po polsku dzień dobry problem proszę jak pomoc drukarka',
  tr: 'merhaba yardım lazım türkçe biliyor musun çalışmıyor nasıl benim değil',
};
const tongueOfWord = new Map<string, string[]>();
for (const [tongue, words] of Object.entries(small))
  for (const word of words.split(' ')) tongueOfWord.set(word, [...(tongueOfWord.get(word) ?? []), tongue]);
/** Words that English has, too. */
const shared = new Set(['no', 'problem', 'possible', 'per', 'favor', 'con', 'si', 'en', 'come', 'du', 'im', 'das']);

const LONGEST = 300;
/** Of so many words at least half must be of the language. */
const FEWEST = 2;

/** The language that words are written in, if it is neither English nor Chinese. */
export function foreignTongue(words: string): string | undefined {
  const text = words.slice(0, LONGEST).toLowerCase();
  const script = scripts.find(([letters]) => letters.test(text));
  if (script) return script[1];
  const all = text.match(/\p{Script=Latin}+/gu) ?? [];
  const counts = new Map<string, number>();
  for (const word of all)
    for (const tongue of tongueOfWord.get(word) ?? [])
      counts.set(tongue, (counts.get(tongue) ?? 0) + (shared.has(word) ? 0.5 : 1));
  const [best] = [...counts].toSorted(([, one], [, other]) => other - one);
  return best && best[1] >= FEWEST && best[1] >= all.length / 2 ? best[0] : undefined;
}
