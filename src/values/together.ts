/** What several things that are asked for at once come to, each under its name. */
export async function together<Asked extends Readonly<Record<string, unknown>>>(
  asked: Asked,
): Promise<{ [Name in keyof Asked]: Awaited<Asked[Name]> }> {
  const answers = await Promise.all(Object.entries(asked).map(async ([name, answer]) => [name, await answer] as const))
  return Object.fromEntries(answers) as { [Name in keyof Asked]: Awaited<Asked[Name]> }
}
