import type { Tables } from '../../../platform/database/tables.gen.ts'

/** To whom a part of the file belongs: party A, party B, both, or the office alone. */
export type Zone = Tables['stored_file']['zone']

/** Whether a statement may be shown to a court (open) or not (without prejudice). */
export type LegalQuality = Tables['stored_file']['legal_quality']

export const zones = ['both', 'A', 'B', 'office'] as const satisfies readonly Zone[]

export const legalQualities = ['open', 'without_prejudice'] as const satisfies readonly LegalQuality[]

export const qualityWords: Readonly<Record<LegalQuality, string>> = {
  open: 'Open',
  without_prejudice: 'Without prejudice',
}

/** A zone as it stands in an address. */
export const zonePath = (zone: Zone): string => zone.toLowerCase()

/** The zone that an address names; null when it names none. */
export const zoneInPath = (part: string | undefined): Zone | null =>
  zones.find((zone) => zonePath(zone) === part) ?? null

/** A zone in words, by the names that the parties go by: "Alex only", "Both". */
export const wordsOfZone = (zone: Zone, names: { readonly a: string; readonly b: string }): string =>
  ({ A: `${names.a} only`, B: `${names.b} only`, both: 'Both', office: 'Office only' })[zone]

/** For whom something is saved, as its button says: "Save for Alex only". */
export const savedFor = (zone: Zone, names: { readonly a: string; readonly b: string }): string =>
  ({ A: `${names.a} only`, B: `${names.b} only`, both: 'both', office: 'the office only' })[zone]
