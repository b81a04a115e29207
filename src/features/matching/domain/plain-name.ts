/**
 * A name as it is compared: small plain letters, no accents, no apostrophes, one space between words. The database makes the same
 * of every name that it keeps (`ev.plain_name`); a test holds the two together.
 */
export const plainName = (name: string): string =>
  [
    ...name
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase(),
  ]
    .map((letter) => ownLetters[letter] ?? letter)
    .join('')
    .replace(/[\s!-/:-@[-`{-~]+/g, ' ')
    .trim()

/** Letters that no decomposition makes plain, apostrophes, which join, and dashes, which part. */
const ownLetters: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ŋ: 'n', ς: 'σ' },
  ...{ "'": '', '’': '', '‘': '', ʼ: '', ʻ: '', '`': '', '´': '' },
  ...{ '–': ' ', '—': ' ', '‐': ' ', '‑': ' ', '·': ' ' },
}

/** The words of a name, each once. */
export const wordsOf = (plain: string): string[] => [...new Set(plain.split(' ').filter((word) => word !== ''))]
