/** Signs that nobody sees, and that keyboards, phones and clients put around words. Pure. */

/** Soft hyphen, zero-width spaces, marks and isolates of direction, word joiners, byte order mark. */
const signs = /[\u00ad\u200b\u200e\u200f\u2060-\u2069\ufeff]/g;
/** What joins two letters or emoji is part of them; at the edge of a word it joins nothing. */
const looseJoiners = /(?<![^\s\p{P}])[\u200c\u200d]+|[\u200c\u200d]+(?![^\s\p{P}])/gu;

/** The words as their reader sees them. */
export const visible = (words: string): string => words.replace(signs, '').replace(looseJoiners, '');
