/** Customer satisfaction: one rating for each resolution, from 1 to 5, by the requester, within a week. */

export type Rating = { score: number; comment?: string; at: Date };

/** How long a resolution can be rated, in days (the field's usual survey window). */
export const RATING_DAYS = 7;

/** Days in which a person is asked to rate at most once. */
export const SURVEY_DAYS = 7;

/** A score at which the lead is told. */
export const isLow = (score: number): boolean => score <= 2;

export const ratingExpired = (resolved: Date, now: Date): boolean =>
  now.getTime() - resolved.getTime() > RATING_DAYS * 86_400_000;

/** A rating can be changed for a day. */
export const isFinal = ({ at }: Rating, now: Date): boolean => now.getTime() - at.getTime() > 86_400_000;

export const faces = ['😡', '🙁', '😐', '🙂', '😀'] as const;
