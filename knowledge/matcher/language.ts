export type Language = 'en' | 'zh';

/** Any Han character makes a text Chinese; everything else is read as English. */
export const detectLanguage = (text: string): Language => (/\p{Script=Han}/u.test(text) ? 'zh' : 'en');
