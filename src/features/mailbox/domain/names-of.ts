/** A name as a mailbox has it, `Ade Brook` or `Brook, Ade`, in its parts; the last word is taken for the family's. */
export function namesOf(shown: string): { readonly givenName: string; readonly familyName: string } {
  const name = shown.replace(/["<>]/g, '').trim().slice(0, 100).toWellFormed()
  const [family, given] = name.split(/,\s*/, 2)
  if (given && family) return { givenName: given, familyName: family }
  const words = name.split(/\s+/)
  if (words.length < 2) return { givenName: name, familyName: '' }
  return { givenName: words.slice(0, -1).join(' '), familyName: words.at(-1) ?? '' }
}
