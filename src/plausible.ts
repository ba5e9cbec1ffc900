/** Whether a directory can be believed that people have left. Pure. */

/** So many are believed to have left at once, whatever share of all that is. */
const FEW = 5;
/** Of more, no larger share is: a directory that lost its people is likelier than a company that did. */
const LARGEST_SHARE = 0.2;

/** Whether so many of all can have left at once. */
export const isPlausible = (gone: number, all: number): boolean => gone <= Math.max(FEW, all * LARGEST_SHARE);
