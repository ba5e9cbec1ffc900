/** Sentences as people say them, parted by slashes. */
export const said = (sentences: string): string[] => sentences.split(/ \/\s/).map((each) => each.trim());
