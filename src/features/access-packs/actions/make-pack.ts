import { createHash } from 'node:crypto'
import type { Desk } from '../../../platform/database/desk.ts'
import { Unreadable } from '../../../platform/files/sealing.ts'
import type { PurposeKey, SubjectKind } from '../../../policy/vocabulary.ts'
import type { Id } from '../../../values/ids.ts'
import { type PackPaper, type PackToTake, packToTake, papersOf } from '../data/taken-packs.ts'
import { type GivenPaper, packArchive } from '../documents/pack-archive.ts'
import { packJson, portableItems, portableJson } from '../documents/pack-json.ts'
import { packPdf } from '../documents/pack-pdf.ts'
import { supplementOf } from '../documents/supplement.ts'
import type { PackTools } from './pack-tools.ts'

/** The forms in which somebody takes a pack. */
export const takings = ['pdf', 'json', 'archive', 'portable'] as const
export type TakingForm = (typeof takings)[number]

export interface TakenFile {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

interface Found {
  readonly pack: PackToTake
  readonly papers: readonly PackPaper[]
}

/** Makes a pack in one form, for whoever may have it: also to be read before it goes, by a colleague. */
export async function makePack(
  desk: Desk<PurposeKey>,
  tools: PackTools,
  actor: Id,
  packId: Id,
  what: TakingForm,
): Promise<TakenFile | null> {
  const deed = { purpose: 'rights', deed: 'pack.read', subjectId: packId } as const
  const found = await desk.read(actor, deed, async (scope): Promise<Found | null> => {
    const [pack, papers] = await Promise.all([packToTake(scope, packId), papersOf(scope, packId)])
    return pack && { pack, papers }
  })
  return found && inForm(tools, found, what)
}

/** As what somebody stands in their pack: who came, who was asked by somebody else to come, or who only got in touch; and who asks. */
function kindsIn({ items }: PackToTake): SubjectKind[] {
  const has = (places: readonly string[]) => items.some((it) => places.includes(it.place))
  if (has(['miam_record', 'mediation_session'])) return ['client', 'requester']
  return [has(['case_file']) ? 'otherParty' : 'enquirer', 'requester']
}

async function inForm(tools: PackTools, { pack, papers }: Found, what: TakingForm): Promise<TakenFile> {
  // The name of a file says nothing of anybody: it shows wherever the file does.
  const { reference } = pack.head
  if (what === 'portable') {
    const bytes = portableJson(pack, portableItems(tools.policy, tools.classification, pack.items))
    return { name: `${reference}-portable.json`, type: 'application/json', bytes }
  }
  const about = supplementOf(tools.policy, await tools.settings(), kindsIn(pack), pack.head)
  const pdf = async (): Promise<TakenFile> => {
    const bytes = await packPdf(pack, papers, about, tools.policy.service.name)
    return { name: `${reference}.pdf`, type: 'application/pdf', bytes }
  }
  const json = (): TakenFile => ({
    ...{ name: `${reference}.json`, type: 'application/json' },
    bytes: packJson(pack, papers, about),
  })
  if (what === 'pdf') return pdf()
  if (what === 'json') return json()
  const given = await Promise.all(papers.map((it) => openPaper(tools, it)))
  const bytes = packArchive([await pdf(), json()], given)
  return { name: `${reference}.zip`, type: 'application/zip', bytes }
}

/** A paper whose bytes are lost or were changed goes by its name alone: the pack says that it cannot be read. */
async function openPaper({ vault, keyring }: PackTools, paper: PackPaper): Promise<GivenPaper> {
  const lost = { mediaType: paper.media_type, bytes: null }
  try {
    const bytes = await vault.get({ key: keyring.unwrap(paper.wrapped), storedName: paper.stored_name })
    const sum = createHash('sha256').update(bytes).digest('hex')
    return sum === paper.sha256 ? { mediaType: paper.media_type, bytes } : lost
  } catch (error) {
    if (error instanceof Unreadable) return lost
    throw error
  }
}
