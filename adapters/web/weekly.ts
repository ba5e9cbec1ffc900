/** A day of the week (0 is Sunday) and a time `HH:MM`, in somebody's own zone. */
export type Weekly = { day: number; time: string };
