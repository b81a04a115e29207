/** Something by which somebody can be known. */
export interface Identifier {
  readonly own: boolean
  readonly who: 'party' | 'child' | 'professional'
  readonly kind: 'name' | 'birth' | 'email' | 'telephone' | 'address' | 'postcode'
  readonly value: string
}

/**
 * A stretch of a text by which another can be known. `out`: it is taken out. `fixed`: where somebody lives and how they are reached is
 * taken out whatever anybody decides.
 */
export interface Mask {
  readonly from: number
  readonly to: number
  readonly kind: Identifier['kind'] | 'words'
  readonly out: boolean
  readonly fixed: boolean
}

const place: ReadonlySet<string> = new Set(['email', 'telephone', 'address', 'postcode'])

/** What is looked for: each identifier of another that is not the person's own as well. */
export interface Sought {
  readonly pattern: RegExp
  readonly kind: Identifier['kind']
  readonly out: boolean
}

export function soughtOf(identifiers: readonly Identifier[]): Sought[] {
  const own = new Set(
    identifiers
      .filter((it) => it.own)
      .flatMap(formsOf)
      .map(plain),
  )
  const seen = new Set<string>()
  return identifiers
    .filter((it) => !it.own)
    .flatMap((it) =>
      formsOf(it).flatMap((form) => {
        const bare = plain(form)
        if (bare.length < 2 || own.has(bare) || seen.has(`${it.kind}:${bare}`)) return []
        seen.add(`${it.kind}:${bare}`)
        return [
          { pattern: patternOf(form, it.kind), kind: it.kind, out: place.has(it.kind) || it.who === 'professional' },
        ]
      }),
    )
}

const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]

/** The forms in which something is written. */
function formsOf({ kind, value }: Identifier): string[] {
  const text = value.trim()
  if (kind === 'address') return [text, ...text.split(/[\n,]/)].map((it) => it.trim()).filter((it) => it.length > 4)
  if (kind === 'telephone') return [text, text.replace(/^\+44\s?/, '0'), text.replace(/^0/, '+44')]
  if (kind !== 'birth') return [text]
  const [year = '', month = '', day = ''] = text.split('-')
  if (day === '') return [text]
  const name = months[Number(month) - 1] ?? ''
  const [d, m] = [String(Number(day)), String(Number(month))]
  return [
    text,
    `${d} ${name} ${year}`,
    `${d} ${name.slice(0, 3)} ${year}`,
    `${d}/${m}/${year}`,
    `${day}/${month}/${year}`,
  ]
}

const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

/** Whatever stands between words, and between the digits of a number, may be spaces, breaks, dots or strokes, or nothing. */
function patternOf(form: string, kind: Identifier['kind']): RegExp {
  if (kind === 'telephone' || kind === 'postcode') {
    const parts = [...form.replaceAll(/[^\p{L}\p{N}+]/gu, '')].map(escaped)
    return new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('[\\s.()\\-]*')}(?![\\p{L}\\p{N}])`, 'giu')
  }
  const parts = form.split(/\s+/).map(escaped)
  return new RegExp(`(?<![\\p{L}\\p{N}])${parts.join('[\\s,]+')}(?![\\p{L}\\p{N}])`, 'giu')
}

/** Where others can be known in a text: in its order, none overlapping another. */
export function findOthers(text: string, sought: readonly Sought[]): Mask[] {
  const found = sought.flatMap(({ pattern, kind, out }) =>
    [...text.matchAll(pattern)].map((hit) => ({
      ...{ from: hit.index, to: hit.index + hit[0].length, kind, out },
      fixed: place.has(kind),
    })),
  )
  return withoutOverlaps(found)
}

/** Of stretches that overlap one stays, as long as both together, and as strict as the stricter. */
export function withoutOverlaps(masks: readonly Mask[]): Mask[] {
  const kept: Mask[] = []
  for (const mask of masks.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    const last = kept.at(-1)
    if (last && mask.from < last.to) {
      const strict = mask.fixed && !last.fixed ? mask : last
      kept[kept.length - 1] = {
        ...strict,
        ...{
          from: last.from,
          to: Math.max(last.to, mask.to),
          out: last.out || mask.out,
          fixed: last.fixed || mask.fixed,
        },
      }
    } else kept.push(mask)
  }
  return kept
}

export const gap = '[taken out]'

/** A text without what is taken out of it. */
export function maskedText(text: string, masks: readonly Mask[]): string {
  let [done, at] = ['', 0]
  for (const mask of masks.filter((it) => it.out)) {
    done += text.slice(at, mask.from) + gap
    at = mask.to
  }
  return done + text.slice(at)
}

/** Each stretch of a text by itself, with its mask if it has one. */
export function piecesOf(
  text: string,
  masks: readonly Mask[],
): { readonly text: string; readonly mask: Mask | null }[] {
  const pieces: { text: string; mask: Mask | null }[] = []
  let at = 0
  for (const mask of masks) {
    pieces.push({ text: text.slice(at, mask.from), mask: null }, { text: text.slice(mask.from, mask.to), mask })
    at = mask.to
  }
  pieces.push({ text: text.slice(at), mask: null })
  return pieces.filter((it) => it.text !== '')
}

/** The same masks as a colleague wants them: these phrases out, others back, and words of their own. What is fixed stays fixed. */
export function decidedMasks(
  text: string,
  masks: readonly Mask[],
  out: ReadonlySet<string>,
  more: readonly string[],
): Mask[] {
  const own = more
    .map((it) => it.trim())
    .filter((it) => it !== '')
    .flatMap((words) => [...text.matchAll(patternOf(words, 'name'))])
    .map((hit) => ({ from: hit.index, to: hit.index + hit[0].length, kind: 'words', out: true, fixed: false }) as const)
  const known = masks
    .filter((it) => it.kind !== 'words')
    .map((it) => ({ ...it, out: it.fixed || out.has(phraseOf(text, it)) }))
  return withoutOverlaps([...known, ...own])
}

export const phraseOf = (text: string, { from, to }: Pick<Mask, 'from' | 'to'>): string =>
  text.slice(from, to).replaceAll(/\s+/g, ' ').toLowerCase()
