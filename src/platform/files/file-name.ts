const longest = 120

/**
 * A name that can be shown, stored and sent in a header: no path, no control characters, no marks that turn the direction
 * of reading (`invoice\u202Efdp.exe` reads as a PDF), nothing that a file system forbids. Never empty.
 */
export function cleanFileName(claimed: string): string {
  const last = claimed.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const calm = last
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
  return shortened(calm) || 'file'
}

/** The ending after the last dot, in lower case; empty when there is none. */
export const extensionOf = (name: string): string => /\.([\p{L}\p{N}]{1,10})$/u.exec(name)?.[1]?.toLowerCase() ?? ''

function shortened(name: string): string {
  const letters = [...name]
  if (letters.length <= longest) return name
  const ending = extensionOf(name)
  const kept = letters
    .slice(0, longest - ending.length - 1)
    .join('')
    .trimEnd()
  return ending ? `${kept}.${ending}` : kept
}
