import { commonWords } from './common-words.ts'

export const shortestPassword = 12
export const longestPassword = 200

export type PasswordFault = 'short' | 'long' | 'common'

/**
 * What is wrong with a chosen password, or null. Length and being no usual one is all that is asked: no kinds of character, no
 * change by date (NIST SP 800-63B, 3.1.1.2). `about` holds what a stranger would try first: name, e-mail address, the service's name.
 */
export function passwordFault(password: string, about: readonly string[] = []): PasswordFault | null {
  const length = [...password].length
  if (length < shortestPassword) return 'short'
  if (length > longestPassword) return 'long'
  return isCommon(password, about) ? 'common' : null
}

const substitutes: Readonly<Record<string, string>> = {
  '@': 'a',
  4: 'a',
  3: 'e',
  0: 'o',
  $: 's',
  5: 's',
  7: 't',
  '!': 'i',
}

function isCommon(password: string, about: readonly string[]): boolean {
  const folded = password.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  if (isRepeated(folded) || isWalk(folded)) return true
  const own = about.flatMap((text) => text.toLowerCase().split(/[^\p{L}]+/u)).filter((word) => word.length > 2)
  const known = (word: string) => commonWords.has(word) || own.includes(word)
  const core = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  // With figures left out, and with those inside read as the letters that they stand for.
  const spellings = [folded, replaced(core, 'i'), replaced(core, 'l')].map((text) => text.replaceAll(/[^\p{L}]/gu, ''))
  return spellings.some((letters) => letters !== '' && consistsOf(letters, known))
}

const replaced = (text: string, one: string): string =>
  [...text].map((letter) => (letter === '1' ? one : (substitutes[letter] ?? letter))).join('')

/** The same few characters again and again, or nearly no different ones. */
function isRepeated(text: string): boolean {
  if (new Set(text).size <= 3) return true
  return [1, 2, 3, 4, 5, 6].some((unit) => text.slice(unit) === text.slice(0, -unit))
}

const rows = [
  '1234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  '1q2w3e4r5t6y7u8i9o0p',
]

/** Neighbours on a keyboard or in the alphabet, nearly from end to end. */
function isWalk(text: string): boolean {
  const steps = [...text].slice(1).filter((letter, index) => areNeighbours(text[index] ?? '', letter)).length
  return steps >= (text.length - 1) * 0.75
}

function areNeighbours(one: string, other: string): boolean {
  if (Math.abs(one.charCodeAt(0) - other.charCodeAt(0)) <= 1) return true
  return rows.some((row) => row.includes(one + other) || row.includes(other + one))
}

/** Four words are a phrase that nobody guesses soon; three or fewer are not. */
const fewWords = 3

/** True when the letters can be cut into at most three known words with nothing left. */
function consistsOf(letters: string, known: (word: string) => boolean): boolean {
  const fewest: number[] = [0]
  for (let end = 1; end <= letters.length; end++) {
    const starts = Array.from({ length: Math.min(end, 28) }, (_, back) => end - 1 - back)
    const cuts = starts
      .filter((start) => known(letters.slice(start, end)))
      .map((start) => (fewest[start] ?? Infinity) + 1)
    fewest[end] = Math.min(Infinity, ...cuts)
  }
  return (fewest[letters.length] ?? Infinity) <= fewWords
}
