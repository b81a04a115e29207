/** What fits into a text of one part, and into each part of a longer one: in the letters that every telephone has, and in others. */
const room = { plain: { alone: 160, each: 153 }, other: { alone: 70, each: 67 } } as const
/** A longer one costs too much and reads badly. */
const mostParts = 2

export const longestText = room.plain.each * mostParts
export const longestOtherText = room.other.each * mostParts

// 3GPP TS 23.038; the second row takes two places each.
const everyPhone = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)
const twoPlaces = new Set('^{}\\[~]|€')

/** Marks of print that would halve the room of a text, as a telephone types them. */
const typed: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚′]/gu, "'"],
  [/[“”„″]/gu, '"'],
  [/[‐‑–—−]/gu, '-'],
  [/…/gu, '...'],
  [/[\u00a0\u2007\u2009\u202f]/gu, ' '],
  [/[•·]/gu, '-'],
]

/** Words as they go in a text. */
export const asText = (words: string): string =>
  typed.reduce((text, [mark, instead]) => text.replace(mark, instead), words.replaceAll('\r\n', '\n').trim())

/** In how many parts it would go. */
export function partsOfText(text: string): number {
  const letters = [...text]
  const isPlain = letters.every((it) => everyPhone.has(it) || twoPlaces.has(it))
  const places = isPlain ? letters.length + letters.filter((it) => twoPlaces.has(it)).length : text.length
  const { alone, each } = isPlain ? room.plain : room.other
  return places <= alone ? 1 : Math.ceil(places / each)
}

export const fitsText = (words: string): boolean => partsOfText(asText(words)) <= mostParts

/**
 * Sentences as one text. What comes first is most needed, and the last says who writes: where not all fit, those between are left
 * away from behind.
 */
export function shortForm(sentences: readonly string[]): string {
  const between = sentences.slice(1, -1)
  for (let kept = between.length; kept >= 0; kept--) {
    const text = asText(
      [...sentences.slice(0, 1), ...between.slice(0, kept), ...sentences.slice(1).slice(-1)].join(' '),
    )
    if (fitsText(text) || kept === 0) return text
  }
  return ''
}
