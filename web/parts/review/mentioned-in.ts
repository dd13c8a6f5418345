/** Whose `@name` stands in a text. */
export const mentionedIn = (text: string, people: readonly { id: string; displayName: string }[]): string[] =>
  people
    .filter(({ displayName }) => text.includes(`@${displayName}`))
    .map(({ id }) => id)
    .slice(0, 10);
