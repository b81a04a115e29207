import type { Classification } from '../../../policy/classification.ts'
import type { CompiledPolicy } from '../../../policy/index.ts'
import type { GivenItem, PackPaper, PackToTake } from '../data/taken-packs.ts'
import { gap, maskedText } from '../domain/find-others.ts'
import { placeWords } from '../domain/words.ts'
import { fileNameOf } from './pack-archive.ts'
import type { SupplementPart } from './supplement.ts'

/** A record as JSON has it. `docs/access-packs.md` describes the whole. */
interface JsonRecord {
  readonly kind: string
  readonly title: string
  readonly at: string | null
  readonly sharedWithOtherParty: boolean
  readonly fields: Readonly<Record<string, string>>
}

/** Items of one row together, in their order. */
export function recordsOf(items: readonly GivenItem[]): JsonRecord[] {
  const rows = Map.groupBy(items, (it) => `${it.place}:${it.rowId}`)
  return [...rows.values()].flatMap((of) => {
    const [first] = of
    if (!first) return []
    const fields = Object.fromEntries(of.map((it) => [it.field, maskedText(it.text, it.masks)]))
    const { place, at } = first
    return [{ kind: place, title: placeWords(place), at, sharedWithOtherParty: first.belongs === 'joint', fields }]
  })
}

const written = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`)

/** The whole pack for a program to read. */
export const packJson = (
  { head, items }: PackToTake,
  papers: readonly PackPaper[],
  supplement: readonly SupplementPart[],
): Buffer =>
  written({
    ...{ format: 'evenhand-access-pack', version: 1, request: head.reference, person: head.name },
    collectedAt: head.collectedAt.toString(),
    takenOutMark: gap,
    records: recordsOf(items),
    documents: papers.map((it, at) => ({ file: fileNameOf(it.media_type, at), name: it.name })),
    about: supplement,
  })

/** Where stands what somebody told us of themselves; all else was made here, by a colleague or by the service. */
const toldByThem: readonly string[] = [
  ...['person', 'contact_point', 'whereabouts', 'safe_contact'],
  ...['enquiry', 'post', 'time_answer', 'note_statement', 'enquiry_correction', 'consent_event'],
]

/**
 * What of a pack is the person's to take elsewhere (UK GDPR Article 20): told by them of themselves, and used by their consent or for the
 * agreement with them. Of others it takes nothing along (Article 20(4)).
 */
export function portableItems(
  policy: CompiledPolicy,
  classification: Classification,
  items: readonly GivenItem[],
): GivenItem[] {
  const rests = Object.values(policy.purposes).filter(({ state, subjects }) => {
    const client = subjects.client ?? subjects.enquirer
    return state === 'active' && client?.source.includes('subject') && ['consent', 'contract'].includes(client.basis.a6)
  })
  const categories = new Set(rests.flatMap((it) => it.reads))
  return items.filter(({ place, field, belongs }) => {
    const column = classification[place]?.columns[field]
    if (column?.kind !== 'personal' || belongs !== 'mine' || !toldByThem.includes(place)) return false
    return column.about.some((it) => it === 'party' || it === 'enquirer') && categories.has(column.category)
  })
}

/** That part alone, for another service to read. */
export const portableJson = ({ head }: PackToTake, items: readonly GivenItem[]): Buffer =>
  written({
    ...{ format: 'evenhand-portable', version: 1, request: head.reference, person: head.name },
    collectedAt: head.collectedAt.toString(),
    records: recordsOf(items).map(({ sharedWithOtherParty: _, ...it }) => it),
  })
