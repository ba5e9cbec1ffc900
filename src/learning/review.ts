/** Which articles nobody has looked at for too long. Pure. */
import { DateTime } from 'luxon';
import type { Article } from '../../knowledge/matcher/index.js';

/** @param today and the article's own dates are ISO dates. */
export function isReviewDue({ reviewed }: Pick<Article, 'reviewed'>, today: string, afterDays: number): boolean {
  if (!reviewed) return false;
  return DateTime.fromISO(reviewed, { zone: 'utc' }).plus({ days: afterDays }).toISODate()! < today;
}
