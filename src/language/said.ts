/** Sentences as people say them, parted by slashes. */
export const said = (sentences: string): string[] => sentences.trim().split(/\s+\/\s+/);
